/** What a directory knows: accounts, who is logged in, nonces that are out. No conversation is any of its business. */
import { toHex } from '../../../contract/hex.ts';
import type { Attribute, Certificate } from '../attributes.ts';
import type { Crypto } from '../crypto/provider.ts';
import type { Chance } from '../state.ts';
import { textOctets, textOf } from '../text.ts';
import { passwordKeys } from './password.ts';

export interface AccountWords {
  readonly name: string;
  readonly password: string;
  readonly contacts?: readonly string[];
}

export interface Account {
  readonly name: string;
  readonly salt: Uint8Array;
  /** What a response is checked by; the password cannot be had from it. */
  readonly stored: Uint8Array;
  readonly contacts: Set<string>;
  certificate: Certificate | undefined;
}

export interface Online {
  readonly name: string;
  /** Identifier of its node. */
  readonly peer: string;
  sequence: number;
  /** Seconds. */
  expires: number;
  /** Presence, vouchers and records, as the node sent them. */
  presence: readonly Attribute[];
}

interface Challenge {
  readonly peer: string;
  /** Microseconds. */
  readonly until: number;
}

export interface Directory {
  readonly accounts: ReadonlyMap<string, Account>;
  /** By node, and by name. */
  readonly nodes: Map<string, Online>;
  readonly names: Map<string, Online>;
  readonly challenges: Map<string, Challenge>;
  /** Makes the salts of names that do not exist. */
  readonly secret: Uint8Array;
  serial: number;
}

export function openDirectory(crypto: Crypto, chance: Chance, words: readonly AccountWords[], cost: number): Directory {
  const accounts = words.map(({ name, password, contacts = [] }): [string, Account] => {
    const salt = chance.octets(16);
    const { stored } = passwordKeys(crypto, password, salt, cost);
    return [name, { name, salt, stored, contacts: new Set(contacts), certificate: undefined }];
  });
  return {
    accounts: new Map(accounts),
    nodes: new Map(),
    names: new Map(),
    challenges: new Map(),
    secret: chance.octets(32),
    serial: 0,
  };
}

/** A name as attributes have it: UTF-8 in hex. */
export function nameHex(name: string): string {
  return toHex(textOctets(name));
}

export function nameFrom(hex: string): string {
  return textOf(hex);
}

/** HPR-CONT-01: each has the other on the list. */
export function areMutual(directory: Directory, one: string, other: string): boolean {
  const lists = [directory.accounts.get(one)?.contacts, directory.accounts.get(other)?.contacts];
  return lists[0]?.has(other) === true && lists[1]?.has(one) === true;
}

/** What `assay serve --turn` is asked for: the words of the command line, read and held against each other. */
import { AssayError } from '../../contract/assay-error.ts';
import type { ServerOptions, User } from '../../reference/turn/index.ts';
import { parseIp } from '../../wire/runtime/ip.ts';
import type { TurnPlan } from './serve-turn.ts';

export interface TurnWords {
  readonly turn: number;
  /** `NAME:PASS`, one at least. */
  readonly user?: readonly string[];
  readonly realm?: string;
  readonly listen?: string;
  readonly relayAt?: readonly string[];
  readonly allowLoopbackPeers?: boolean;
  /** `NAME=NUMBER`. */
  readonly limit?: readonly string[];
}

/** What `--limit` may name. */
const LIMITS = [
  'lifetime',
  'maximumLifetime',
  'permissionLifetime',
  'channelLifetime',
  'reservationLifetime',
  'nonceLifetime',
  'allocationsOfUser',
  'allocations',
  'permissions',
  'channels',
  'bandwidth',
] as const satisfies readonly (keyof ServerOptions)[];

/** @throws AssayError ERR_USAGE */
export function planOf(words: TurnWords): TurnPlan {
  const { turn: port, realm = 'assay', listen = '127.0.0.1', allowLoopbackPeers = false } = words;
  const users = (words.user ?? []).map(userOf);
  if (users.length === 0) throw usage('--turn needs a --user NAME:PASS');
  const relayAt = words.relayAt ?? [listen];
  checkAddress('listen', listen);
  for (const address of words.relayAt ?? []) checkAddress('relay-at', address);
  if (new Set(relayAt.map((address) => address.includes(':'))).size < relayAt.length) {
    throw usage('--relay-at takes one IPv4 and one IPv6 address at most');
  }
  const limits = Object.fromEntries((words.limit ?? []).map(limitOf));
  return { port, listen, relayAt, realm, users, options: { ...limits, allowLoopbackPeers } };
}

function userOf(text: string): User {
  const [, name, password] = /^([^:]+):(.+)$/.exec(text) ?? [];
  if (name !== undefined && password !== undefined) return { name, password };
  throw usage(`--user ${text}: it takes a name and a password, for instance user:pass`);
}

function checkAddress(option: string, address: string): void {
  if (parseIp(address) === undefined) throw usage(`--${option} ${address}: it takes an IPv4 or IPv6 address`);
}

function limitOf(text: string): [name: string, value: number] {
  const [, name, digits] = /^([A-Za-z]+)=([0-9]{1,9})$/.exec(text) ?? [];
  if (LIMITS.some((each) => each === name)) return [name ?? '', Number(digits)];
  throw usage(`--limit ${text}: it takes NAME=NUMBER, the name one of ${LIMITS.join(', ')}`);
}

function usage(text: string): AssayError {
  return new AssayError('ERR_USAGE', `serve: ${text}`);
}

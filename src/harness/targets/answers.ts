/**
 * Reads what an implementation answered: of the contract's form, or an IutFault `iut-breach` that says which member is
 * wrong. Members that the contract does not name are passed over. The forms are those of spec/meta/adapter.schema.json.
 */

import { hexFaultAt, octetsOfHex, toHex } from '../../contract/hex.ts';
import { CONTRACT_VERSION, type Method } from '../../contract/port.ts';
import type { Endpoint, Packet } from '../../net/nat/packet.ts';
import { IutFault } from '../outcome.ts';
import type { CallEvent, CallResult, DecodeAnswer } from '../surface.ts';
import type { Parameters } from '../target.ts';
import { excerpt } from './excerpt.ts';

/** What an implementation says of itself. */
export interface Declaration {
  readonly name: string;
  readonly version?: string;
  readonly language?: string;
  readonly capabilities: readonly string[];
  readonly clock: 'virtual' | 'real';
  readonly parameters: Parameters;
}

/** One step of a host: what came out, and when it wants its next step (undefined: never). */
export interface HostAnswer {
  readonly datagrams: readonly Emitted[];
  readonly results: readonly { readonly ref: number; readonly result: CallResult }[];
  readonly events: readonly CallEvent[];
  readonly wakeAt: number | undefined;
}

/** One step of a node, likewise. */
export interface NodeAnswer {
  readonly packets: readonly Packet[];
  readonly results: readonly { readonly ref: number; readonly result: CallResult }[];
  readonly events: readonly CallEvent[];
  readonly wakeAt: number | undefined;
}

interface Emitted {
  readonly datagram: Uint8Array;
  readonly interface: number;
}

export type Members = Readonly<Record<string, unknown>>;

const CAPABILITY = /^[a-z][a-z0-9]*(\.[a-z0-9-]+)+$/;

export function readDeclaration(answer: unknown): Declaration {
  const method = 'initialize';
  const members = objectOf(answer, method, 'the result');
  if (members.contract !== CONTRACT_VERSION) {
    throw breach(method, 'contract', `${CONTRACT_VERSION}, the version that is spoken here`, members.contract);
  }
  const name = textOf(members.name, method, 'name');
  if (name === '') throw breach(method, 'name', 'a name', name);
  const { version, language, clock = 'virtual' } = members;
  if (clock !== 'virtual' && clock !== 'real') throw breach(method, 'clock', '"virtual" or "real"', clock);
  const capabilities = listOf(members.capabilities, method, 'capabilities').map((each, index) => {
    if (typeof each === 'string' && CAPABILITY.test(each)) return each;
    throw breach(method, `capabilities[${index}]`, 'a name like "ipv4.decode"', each);
  });
  if (members.calls !== undefined) {
    listOf(members.calls, method, 'calls').forEach((each, index) => void textOf(each, method, `calls[${index}]`));
  }
  return {
    name,
    ...(version === undefined ? {} : { version: textOf(version, method, 'version') }),
    ...(language === undefined ? {} : { language: textOf(language, method, 'language') }),
    capabilities,
    clock,
    parameters: members.parameters === undefined ? {} : parametersOf(members.parameters),
  };
}

function parametersOf(value: unknown): Parameters {
  const members = objectOf(value, 'initialize', 'parameters');
  for (const [name, fact] of Object.entries(members)) {
    if (!['string', 'number', 'boolean'].includes(typeof fact)) {
      throw breach('initialize', `parameters.${name}`, 'a string, number or boolean', fact);
    }
  }
  return members as Parameters;
}

export function readDecoded(answer: unknown): DecodeAnswer {
  const method = 'codec/decode';
  const { ok, value, fault } = objectOf(answer, method, 'the result');
  if (ok === true) return { ok, value: objectOf(value, method, 'value') };
  if (ok === false) return { ok, ...(fault === undefined ? {} : { fault }) };
  throw breach(method, 'ok', 'true or false', ok);
}

export function readEncoded(answer: unknown): Uint8Array {
  return octetsOf(objectOf(answer, 'codec/encode', 'the result').octets, 'codec/encode', 'octets');
}

export function readResponse(answer: unknown): { readonly octets: Uint8Array; readonly closed: boolean } {
  const method = 'http/respond';
  const { octets, closed = true } = objectOf(answer, method, 'the result');
  if (typeof closed !== 'boolean') throw breach(method, 'closed', 'true or false', closed);
  return { octets: octetsOf(octets, method, 'octets'), closed };
}

/** `interfaces`: how many the host has. */
export function readStep(answer: unknown, interfaces: number): HostAnswer {
  const read = readOutputs('host/step', answer, (members, at) => readEmitted(members, at, interfaces));
  return { ...read.told, datagrams: read.datagrams };
}

export function readNodeStep(answer: unknown): NodeAnswer {
  const read = readOutputs('node/step', answer, readPacket);
  return { ...read.told, packets: read.datagrams };
}

/** Both in hex. */
export interface OpenedNode {
  readonly node: string;
  readonly key: string;
}

export function readNodeOpened(answer: unknown): OpenedNode {
  const { node, key } = objectOf(answer, 'node/open', 'the result');
  return { node: toHex(octetsOf(node, 'node/open', 'node')), key: toHex(octetsOf(key, 'node/open', 'key')) };
}

interface Outputs<Datagram> {
  readonly datagrams: readonly Datagram[];
  readonly told: Pick<HostAnswer, 'results' | 'events' | 'wakeAt'>;
}

function readOutputs<Datagram>(
  method: Method,
  answer: unknown,
  readDatagram: (members: Members, at: string) => Datagram,
): Outputs<Datagram> {
  const { outputs, wakeAt } = objectOf(answer, method, 'the result');
  const datagrams: Datagram[] = [];
  const results: { ref: number; result: CallResult }[] = [];
  const events: CallEvent[] = [];
  for (const [index, output] of listOf(outputs, method, 'outputs').entries()) {
    const at = `outputs[${index}]`;
    const members = objectOf(output, method, at);
    if (members.datagram !== undefined) datagrams.push(readDatagram(members, at));
    else if (typeof members.event === 'string') events.push(members as unknown as CallEvent);
    else results.push(readResult(method, members, at));
  }
  const isAbsent = wakeAt === undefined || wakeAt === null;
  if (!isAbsent && !isCount(wakeAt)) throw breach(method, 'wakeAt', 'microseconds, a whole number, or null', wakeAt);
  return { datagrams, told: { results, events, wakeAt: isAbsent ? undefined : wakeAt } };
}

function readEmitted(output: Members, at: string, interfaces: number): Emitted {
  const index = output.interface;
  if (!isCount(index) || index >= interfaces) {
    throw breach('host/step', `${at}.interface`, `an interface of the host, 0 to ${interfaces - 1}`, index);
  }
  return { datagram: octetsOf(output.datagram, 'host/step', `${at}.datagram`), interface: index };
}

function readPacket(output: Members, at: string): Packet {
  const { transport = 'udp' } = output;
  if (transport !== 'udp' && transport !== 'tcp') {
    throw breach('node/step', `${at}.transport`, '"udp" or "tcp"', transport);
  }
  return {
    from: readEndpoint(output.from, `${at}.from`),
    to: readEndpoint(output.to, `${at}.to`),
    transport,
    octets: octetsOf(output.datagram, 'node/step', `${at}.datagram`),
  };
}

function readEndpoint(value: unknown, at: string): Endpoint {
  const { address, port } = objectOf(value, 'node/step', at);
  if (!isCount(port) || port > 65_535) throw breach('node/step', `${at}.port`, 'a port', port);
  return { address: textOf(address, 'node/step', `${at}.address`), port };
}

function readResult(method: Method, output: Members, at: string): { ref: number; result: CallResult } {
  if (!isCount(output.ref) || !('result' in output)) {
    throw breach(method, at, 'a datagram, the result of a call, or an event', output);
  }
  const result = objectOf(output.result, method, `${at}.result`);
  if (typeof result.ok !== 'boolean') throw breach(method, `${at}.result.ok`, 'true or false', result.ok);
  return { ref: output.ref, result: result as CallResult };
}

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function objectOf(value: unknown, method: Method, member: string): Members {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Members;
  throw breach(method, member, 'an object', value);
}

export function listOf(value: unknown, method: Method, member: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw breach(method, member, 'a list', value);
}

export function textOf(value: unknown, method: Method, member: string): string {
  if (typeof value === 'string') return value;
  throw breach(method, member, 'a string', value);
}

export function octetsOf(value: unknown, method: Method, member: string): Uint8Array {
  const hex = textOf(value, method, member);
  const octets = octetsOfHex(hex);
  if (octets !== undefined) return octets;
  const fault = hexFaultAt(hex);
  const stray = hex.slice(fault, fault + 1);
  const why = /[0-9a-f]/.test(stray) ? `an odd number of digits, ${hex.length}` : `"${stray}" as digit ${fault + 1}`;
  throw new IutFault('iut-breach', `${method}: ${member} should be lowercase hex, but has ${excerpt(why)}`);
}

export function breach(method: Method, member: string, expected: string, actual: unknown): IutFault {
  const found = actual === undefined ? 'is missing' : `is ${excerpt(JSON.stringify(actual))}`;
  return new IutFault('iut-breach', `${method}: ${member} should be ${expected}, but ${found}`);
}

/**
 * A TURN server in virtual time, and clients and peers around it that are a few lines each: they write what they are told
 * to, right or wrong, and sign with node:crypto by themselves.
 */
import { createHash, createHmac } from 'node:crypto';
import { type StunMessage, stunMessage } from '../../../../src/generated/turn/message.ts';
import { random } from '../../../../src/net/random.ts';
import {
  type AddressChange,
  type Datagram,
  type Endpoint,
  type ServerInput,
  type ServerOptions,
  type Transport,
  type TurnServer,
  turnServer,
} from '../../../../src/reference/turn/index.ts';
import { nodeCrypto } from '../../../../src/serve/turn/node-crypto.ts';

export const SERVED: Endpoint = { address: '203.0.113.1', port: 3478 };
export const SECOND = 1_000_000;
export const METHODS = { Binding: 1, Allocate: 3, Refresh: 4, Send: 6, Data: 7, CreatePermission: 8, ChannelBind: 9 };

export type Attribute = Readonly<Record<string, unknown>>;

export interface Reply {
  readonly kind: 'success' | 'error' | 'indication' | 'request';
  readonly method: number;
  readonly code: number | undefined;
  readonly message: StunMessage;
  readonly octets: Uint8Array;
}

export class Bench {
  now = 0;
  wakeAt: number | undefined;
  readonly changes: AddressChange[] = [];
  readonly #server: TurnServer;
  readonly #sent: Datagram[] = [];
  #ports = 50_000;

  constructor(options: Partial<ServerOptions> = {}, relayAt: readonly string[] = [SERVED.address]) {
    const dice = random(1);
    const users = [
      { name: 'user', password: 'pass' },
      { name: 'other', password: 'word' },
    ];
    this.#server = turnServer(
      { served: [SERVED], relayAt, realm: 'realm', users, options },
      nodeCrypto((length) => dice.octets(length)),
    );
  }

  step(...inputs: readonly ServerInput[]): void {
    const { outputs, wakeAt } = this.#server.step(this.now, inputs);
    this.wakeAt = wakeAt;
    for (const output of outputs) {
      if ('event' in output) this.changes.push(output);
      else this.#sent.push(output);
    }
  }

  /** Lets so many seconds pass. */
  pass(seconds: number): void {
    this.now += seconds * SECOND;
    this.step();
  }

  /** What has come to `endpoint`, and is taken. */
  taken({ address, port }: Endpoint): Datagram[] {
    const isForHim = ({ to }: Datagram): boolean => to.address === address && to.port === port;
    const mine = this.#sent.filter(isForHim);
    for (const each of mine) this.#sent.splice(this.#sent.indexOf(each), 1);
    return mine;
  }

  client(transport: Transport = 'udp', address = '198.51.100.1'): Client {
    return new Client(this, { address, port: this.#ports++ }, transport);
  }
}

export interface Credentials {
  readonly name: string;
  readonly password: string;
  /** Of PASSWORD-ALGORITHM; without it the request is as RFC 5389 has it. */
  readonly algorithm?: 1 | 2;
  readonly hashed?: boolean;
}

export const USER: Credentials = { name: 'user', password: 'pass' };
export const OTHER: Credentials = { name: 'other', password: 'word' };
const OFFERED = '0002000000010000';

export class Client {
  nonce: string | undefined;
  readonly at: Endpoint;
  readonly #bench: Bench;
  readonly #transport: Transport;
  #transactions = 0;

  constructor(bench: Bench, at: Endpoint, transport: Transport) {
    this.#bench = bench;
    this.at = at;
    this.#transport = transport;
  }

  send(octets: Uint8Array): void {
    this.#bench.step({ octets, from: this.at, to: SERVED, transport: this.#transport });
  }

  received(): Uint8Array[] {
    return this.#bench.taken(this.at).map(({ octets }) => octets);
  }

  /** A transaction ID that nobody has used. */
  id(): string {
    this.#transactions += 1;
    return `${this.at.port.toString(16)}${String(this.#transactions).padStart(20, '0')}`;
  }

  /** Sends a request; its answer, if there is one. */
  ask(method: number, attributes: readonly Attribute[] = [], as?: Credentials, id = this.id()): Reply | undefined {
    if (as && this.nonce === undefined) this.nonce = textOf(this.ask(METHODS.Allocate), 0x15);
    this.send(as ? this.signed(method, attributes, as, id) : message(method, id, attributes));
    const [octets] = this.received();
    return octets && read(octets);
  }

  signed(method: number, attributes: readonly Attribute[], as: Credentials, id = this.id()): Uint8Array {
    const { name, password, algorithm, hashed } = as;
    const who = hashed
      ? { type: 0x1e, userhash: createHash('sha256').update(`${name}:realm`).digest('hex') }
      : { type: 0x06, username: Buffer.from(name).toString('hex') };
    const all: Attribute[] = [
      ...attributes,
      who,
      { type: 0x14, realm: Buffer.from('realm').toString('hex') },
      { type: 0x15, nonce: this.nonce ?? '' },
      ...(algorithm
        ? [
            { type: 0x8002, algorithms: OFFERED },
            { type: 0x1d, algorithm, algorithmParametersLength: 0, parameters: '' },
          ]
        : []),
    ];
    const key = keyOf(name, password, algorithm);
    return algorithm ? sealed(method, id, all, key, 0x1c) : sealed(method, id, all, key, 0x08);
  }

  /** Allocates; where the server relays. */
  allocate(attributes: readonly Attribute[] = [], as: Credentials = USER): Endpoint {
    const reply = this.ask(METHODS.Allocate, [UDP, ...attributes], as);
    const relayed = reply && attributeIn(reply, 0x16);
    if (!relayed) throw new Error(`no allocation: ${reply?.code}`);
    return { address: String(relayed.address), port: Number(relayed.port) };
  }

  /** Channel data, filled up over TCP. */
  data(channel: number, text: string): void {
    const data = Buffer.from(text);
    const octets = new Uint8Array(4 + (this.#transport === 'tcp' ? (data.length + 3) & ~3 : data.length));
    octets.set([channel >> 8, channel & 0xff, data.length >> 8, data.length & 0xff]);
    octets.set(data, 4);
    this.send(octets);
  }

  indicate(peer: Endpoint, text: string, ...more: readonly Attribute[]): void {
    const data = { type: 0x13, data: Buffer.from(text).toString('hex') };
    this.send(message(METHODS.Send, this.id(), [peerAddress(peer), data, ...more], 'indication'));
  }
}

export const UDP: Attribute = { type: 0x19, protocol: 17 };

export function peerAddress({ address, port }: Endpoint): Attribute {
  return { type: 0x12, family: address.includes(':') ? 2 : 1, port, address };
}

export function channel(number: number): Attribute {
  return { type: 0x0c, channel: number };
}

export function lifetime(seconds: number): Attribute {
  return { type: 0x0d, lifetime: seconds };
}

const CLASSES = { request: 0, indication: 0x010, success: 0x100, error: 0x110 } as const;

export function message(
  method: number,
  transactionId: string,
  attributes: readonly Attribute[],
  kind: keyof typeof CLASSES = 'request',
): Uint8Array {
  const value = { type: method | CLASSES[kind], transactionId, attributes };
  return stunMessage.encode(value as unknown as Partial<StunMessage>);
}

export function keyOf(name: string, password: string, algorithm: 1 | 2 = 1): Buffer {
  return createHash(algorithm === 2 ? 'sha256' : 'md5')
    .update(`${name}:realm:${password}`)
    .digest();
}

function sealed(method: number, id: string, attributes: readonly Attribute[], key: Buffer, type: 8 | 0x1c): Uint8Array {
  const [length, algorithm] = type === 8 ? [20, 'sha1'] : [32, 'sha256'];
  const octets = message(method, id, [...attributes, { type, hmac: '00'.repeat(length) }]);
  const covered = octets.subarray(0, octets.length - length - 4);
  octets.set(createHmac(algorithm, key).update(covered).digest(), octets.length - length);
  return octets;
}

export function read(octets: Uint8Array): Reply {
  const decoded = stunMessage.decode(octets);
  if (!decoded.ok) throw new Error(`no message: ${JSON.stringify(decoded.fault)}`);
  const { type, attributes } = decoded.value;
  const kinds = ['request', 'indication', 'success', 'error'] as const;
  const kind = kinds[((type >> 4) & 1) | ((type >> 7) & 2)] ?? 'request';
  const error = attributes.find((each) => each.type === 9) as { class: number; number: number } | undefined;
  const code = error && error.class * 100 + error.number;
  return { kind, method: type & 0x0f, code, message: decoded.value, octets };
}

export function attributeIn(reply: Reply, type: number): Attribute | undefined {
  return reply.message.attributes.find((each) => each.type === type) as Attribute | undefined;
}

/** Of an attribute that is octets: as hex. */
function textOf(reply: Reply | undefined, type: number): string {
  const { type: _type, length: _length, ...rest } = (reply && attributeIn(reply, type)) ?? { type: 0, length: 0 };
  return String(Object.values(rest)[0] ?? '');
}

/** Whether the answer is signed with `key`: by which attribute. */
export function signatureOf({ octets, message: value }: Reply, key: Buffer): 'sha1' | 'sha256' | undefined {
  const { where } = stunMessage.observe(octets);
  for (const [index, { type }] of value.attributes.entries()) {
    if (type !== 0x08 && type !== 0x1c) continue;
    const { bit = 0, bits = 0 } = where[`attributes[${index}]`] ?? {};
    const [at, end] = [bit / 8, (bit + bits) / 8];
    const covered = Buffer.from(octets.subarray(0, at));
    covered.writeUInt16BE(end - 20, 2);
    const algorithm = type === 8 ? 'sha1' : 'sha256';
    const right = createHmac(algorithm, key).update(covered).digest('hex');
    if (right === Buffer.from(octets.subarray(at + 4, end)).toString('hex')) return algorithm;
  }
  return undefined;
}

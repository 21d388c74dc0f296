/** An errand of a TURN client as a test tells it: what came from which port and when, and what it was answered. */
import { point } from '../../../../src/harness/interval.ts';
import { Inconclusive, Unmet } from '../../../../src/harness/outcome.ts';
import { METHODS } from '../../../../src/kits/turn/attribute-types.ts';
import { authenticated } from '../../../../src/kits/turn/authentication.ts';
import { udpTransport } from '../../../../src/kits/turn/client.ts';
import { USER } from '../../../../src/kits/turn/clients/guest.ts';
import type { Heard, Said, Visit } from '../../../../src/kits/turn/clients/visit.ts';
import type { Attribute } from '../../../../src/kits/turn/message.ts';
import { readMessage, type StunMessage } from '../../../../src/kits/turn/read-message.ts';

export const REALM = 'assay.example';
const SECOND = 1_000_000;

interface Told {
  readonly method?: string;
  /** Signed with it, or not at all. */
  readonly nonce?: string;
  readonly more?: readonly Attribute[];
}

export class Errand {
  readonly #heard: Heard<StunMessage>[] = [];
  readonly #said: Said[] = [];
  #now = 0;
  #exchanges = 0;
  #transactions = 0;

  /** Seconds. */
  pass(seconds: number): this {
    this.#now += seconds * SECOND;
    return this;
  }

  /** A new request from that port. */
  asks(port: number, { method = 'Allocate', nonce, more = [] }: Told = {}): Heard<StunMessage> {
    const transaction = new Uint8Array(12);
    transaction[11] = this.#transactions++;
    const attributes = method === 'Allocate' ? [...udpTransport(), ...more] : more;
    const draft = { method: METHODS[method]!, of: 'request', transaction, attributes } as const;
    const session = nonce === undefined ? undefined : { realm: REALM, nonce };
    return this.#hears(port, authenticated(draft, { kind: 'long-term' }, USER, session));
  }

  /** The same octets once more. */
  repeats({ from, message }: Heard<StunMessage>): Heard<StunMessage> {
    return this.#hears(from.port, message.octets);
  }

  /** Otherwise than others do, but for the first challenge. */
  says(to: Heard<StunMessage>, code: number | 'success', nonce?: string, isUsual = false): void {
    const exchange = this.#exchanges++;
    this.#said.push({ to, code, nonce, at: point(this.#now), exchange, isUsual });
  }

  /** Asks without credentials, and is told a nonce. */
  learns(port: number, nonce: string, told: Told = {}): void {
    this.says(this.asks(port, told), 401, nonce, true);
  }

  /** Asks with credentials, and is refused. */
  isRefused(port: number, code: number, told: Told = {}): void {
    this.says(this.asks(port, { nonce: 'n', ...told }), code);
  }

  visit(end: 'over' | 'under way' = 'over'): Visit {
    const done = { kind: 'done', ok: true, output: new Uint8Array(), fate: 'is done', at: point(this.#now) } as const;
    const [heard, said] = [this.#heard, this.#said];
    return { heard, said, peers: [], done: end === 'over' ? done : undefined, endedAt: point(this.#now) };
  }

  #hears(port: number, octets: Uint8Array): Heard<StunMessage> {
    const from = { address: '127.0.0.1', port };
    const message = readMessage(octets) as StunMessage;
    const heard = { message, place: 0, from, at: point(this.#now), exchange: this.#exchanges++ };
    this.#heard.push(heard);
    return heard;
  }
}

/** `pass`, `fail`, or why nothing can be said. */
export function outcomeOf(judging: () => void): string {
  try {
    judging();
    return 'pass';
  } catch (thrown) {
    if (thrown instanceof Unmet) return 'fail';
    if (thrown instanceof Inconclusive) return `inconclusive: ${thrown.code}`;
    throw thrown;
  }
}

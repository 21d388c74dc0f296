/** Echo requests and their replies: what the tester has asked in this scenario, and what came back. */
import { Unmet } from '../../harness/outcome.ts';
import { type Echo, echo, joined, withChecksumBitInverted, withChecksumOf } from './datagram.ts';
import { compareFields, compareOctets, type Expected, fieldsOf, locate } from './difference.ts';
import { assertSilence, passEcho } from './fence.ts';
import { isAnswerTo, isReplyTo, type Seen } from './seen.ts';
import type { Wire } from './wire.ts';
import type { HeaderFields } from './words.ts';

const USUAL_DATA_OCTETS = 56;
const ICMP_HEADER_OCTETS = 8;

export class EchoTalk {
  readonly #wire: Wire;
  #data: Uint8Array = new Uint8Array();
  #header: HeaderFields = {};
  #sent: Echo[] = [];
  #replies: Seen[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** An echo request to the implementation that is like the last one but for what `header` says, not sent yet. */
  async like(header: HeaderFields = {}, data: Uint8Array = this.#data): Promise<Echo> {
    const { tester: source, iut: destination } = (await this.#wire.link()).addresses;
    return echo({ source, destination, ...this.#header, ...header }, data, this.#wire.scene.random);
  }

  /** Sends `count` requests with data drawn anew, all at once. */
  async ask(octets: number = USUAL_DATA_OCTETS, header: HeaderFields = {}, count = 1): Promise<void> {
    this.#header = header;
    this.#sent = [];
    for (let index = 0; index < count; index += 1) {
      this.#data = this.#wire.scene.random.octets(octets);
      await this.send(await this.like());
    }
  }

  /** Sends `octets` in the request's stead. */
  async send(request: Echo, octets: Uint8Array = request.octets): Promise<void> {
    this.#sent.push(request);
    await this.#wire.send(octets);
  }

  /** Asks, and waits for every reply. @throws Unmet */
  async converse(octets?: number, header?: HeaderFields, count?: number): Promise<void> {
    await this.ask(octets, header, count);
    await this.expectReplies();
  }

  /** `into`: the interface of the implementation. */
  async askAgain(header: HeaderFields, into?: number): Promise<void> {
    const request = await this.like(header);
    this.#sent = [request];
    await this.#wire.send(request.octets, into);
  }

  /** The same octets once more each time, the identification too. */
  async repeat(times: number): Promise<void> {
    const request = await this.like();
    this.#sent = [];
    for (let count = 0; count < times; count += 1) await this.send(request);
  }

  async askWithChecksumBitInverted(bit: number): Promise<void> {
    const request = await this.like();
    this.#sent = [];
    await this.send(request, withChecksumBitInverted(request.octets, bit));
  }

  /** As a sender would that leaves its options out of the checksum. */
  async askWithChecksumOf(octets: number): Promise<void> {
    const request = await this.like();
    this.#sent = [];
    await this.send(request, withChecksumOf(request.octets, octets));
  }

  async askPadded(octets: number): Promise<void> {
    const request = await this.like();
    this.#sent = [];
    await this.send(request, joined(request.octets, new Uint8Array(octets)));
  }

  /** Requests that are sent by other means, and whose replies are waited for here. */
  note(requests: readonly Echo[]): void {
    this.#sent = [...requests];
  }

  /** @throws Unmet */
  async expectReplies(): Promise<void> {
    this.#replies = [];
    for (const request of this.#sent) {
      this.#replies.push(await this.#wire.expect(isReplyTo(request), 'an echo reply'));
    }
  }

  /** All the data of every request in its reply. @throws Unmet */
  assertData(): void {
    this.#sent.forEach(({ data }, index) => {
      const reply = this.#replies[index]!;
      const start = reply.octets.length - reply.data.length + ICMP_HEADER_OCTETS;
      const mismatch = compareOctets('data', data, reply.octets.subarray(start), reply.exchange, 8 * start);
      if (mismatch !== undefined) throw new Unmet(mismatch);
    });
  }

  /** @throws Unmet */
  assertHolds(expected: Expected): void {
    const mismatch = compareFields(expected, fieldsOf(this.reply), this.reply);
    if (mismatch !== undefined) throw new Unmet(mismatch);
  }

  /** @throws Unmet */
  async assertSource(): Promise<void> {
    this.assertHolds([['source', (await this.#wire.link()).addresses.iut]]);
  }

  /** `headerChecksum` of the header, `checksum` of the message. @throws Unmet */
  assertChecksum(field: 'headerChecksum' | 'checksum'): void {
    assertChecksum(this.reply, field);
  }

  /** No reply, no report; proved by a fence. @throws Unmet, Inconclusive */
  async assertSilence(): Promise<void> {
    await passEcho(this.#wire);
    for (const request of this.#sent) assertSilence(this.#wire, isAnswerTo(request), 'no answer to', request);
  }

  /** No reply, though a report may come one day. @throws Unmet, Inconclusive */
  async assertUnanswered(): Promise<void> {
    await passEcho(this.#wire);
    for (const request of this.#sent) assertSilence(this.#wire, isReplyTo(request), 'no echo reply to', request);
  }

  get reply(): Seen {
    const reply = this.#replies.at(-1);
    if (reply === undefined) throw new TypeError('no reply was waited for');
    return reply;
  }

  /** The requests that are to be judged. */
  get asked(): readonly Echo[] {
    return this.#sent;
  }

  get exchanges(): readonly { readonly request: Echo; readonly reply: Seen }[] {
    return this.#replies.map((reply, index) => ({ request: this.#sent[index]!, reply }));
  }
}

/** @throws Unmet */
export function assertChecksum(seen: Seen, field: 'headerChecksum' | 'checksum'): void {
  const fault = seen.faults.find((each) => each.field === field && each.kind === 'checksum');
  if (fault === undefined) return;
  const { expected, actual } = fault;
  throw new Unmet({
    expected: [`${field} ${expected}`],
    actual: `${field} ${actual}`,
    difference: locate(field, expected, actual, seen),
  });
}

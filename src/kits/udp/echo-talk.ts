/** Requests to the UDP echo service: what the tester has asked in this scenario, and what came back. */
import { viewOf } from '../../wire/runtime/octets.ts';
import { fragments, joined, UDP } from '../ipv4/datagram.ts';
import { assertSilence } from '../ipv4/fence.ts';
import type { Seen } from '../ipv4/seen.ts';
import type { Wire } from '../ipv4/wire.ts';
import type { HeaderFields } from '../ipv4/words.ts';
import {
  dataThatAddsToZero,
  dynamicPort,
  ECHO_PORT,
  HEADER_OCTETS,
  type PseudoHeader,
  type UdpFields,
  type UdpProbe,
  udpProbe,
} from './datagram.ts';
import { passUdpEcho } from './fence.ts';
import { assertData } from './judge-reply.ts';
import { isAnswerTo, isReactionTo } from './seen.ts';

const USUAL_DATA_OCTETS = 32;

const [LENGTH_AT, CHECKSUM_AT] = [4, 6];
/** Octets of data in a fragment, so that an Ethernet carries it. */
const FRAGMENT_OCTETS = 1480;

type Misled = keyof PseudoHeader;

interface Request {
  readonly header?: HeaderFields;
  readonly fields?: UdpFields;
  readonly data?: Uint8Array;
}

export class UdpEchoTalk {
  readonly #wire: Wire;
  #sent: UdpProbe | undefined;
  #reply: Seen | undefined;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** Sends a request to the echo service, with data drawn anew unless they are given. */
  async ask(octets?: number, request: Request = {}): Promise<void> {
    await this.#draw(octets, request);
    this.#reply = undefined;
    await this.#wire.send(this.sent.octets);
  }

  /** @throws Unmet */
  async expectReply(): Promise<void> {
    this.#reply = await this.#wire.expect(isAnswerTo(this.sent), 'an answer of the UDP echo service');
  }

  /** @throws Unmet */
  async converse(octets?: number): Promise<void> {
    await this.ask(octets);
    await this.expectReply();
  }

  /** Like the last one, but for what is said here, and with another source port. */
  async askAgain(fields: UdpFields, data: Uint8Array = this.sent.data): Promise<void> {
    await this.ask(undefined, { fields, data });
  }

  /** For those who tell paths apart by the ports, too. */
  async askFromSamePort(octets: number): Promise<void> {
    await this.ask(octets, { fields: { sourcePort: this.sent.sourcePort } });
  }

  async askWithChecksumBitInverted(bit: number): Promise<void> {
    for (;;) {
      await this.#draw();
      const { sourcePort, data, payload } = this.sent;
      const checksum = viewOf(payload).getUint16(CHECKSUM_AT) ^ (0x8000 >> bit);
      // Zero would say that there is no checksum.
      if (checksum !== 0) return this.askAgain({ sourcePort, checksum }, data);
    }
  }

  /** As if the datagram had been led astray: its checksum is right, but for another pseudo-header. */
  async askMisled(what: Misled): Promise<void> {
    const { nowhere } = (await this.#wire.link()).addresses;
    const length = HEADER_OCTETS + this.sent.data.length;
    const others: PseudoHeader = { source: nowhere, destination: nowhere, protocol: 6, length: length - 1 };
    await this.askAgain({ pseudoHeader: { [what]: others[what] } });
  }

  async askForAllOnes(octets: number): Promise<void> {
    const { random } = this.#wire.scene;
    const sourcePort = dynamicPort(random);
    const { tester: source, iut: destination } = (await this.#wire.link()).addresses;
    const pseudo = { source, destination, protocol: UDP, length: HEADER_OCTETS + octets };
    const data = dataThatAddsToZero(random.octets(octets), pseudo, { sourcePort, destinationPort: ECHO_PORT });
    await this.ask(octets, { fields: { sourcePort }, data });
  }

  /** Octets that IP carries behind the end of the datagram, by the length in its header. */
  async askWithOctetsBehind(octets: number): Promise<void> {
    const { data } = this.sent;
    const length = HEADER_OCTETS + data.length;
    const behind = this.#wire.scene.random.octets(octets);
    // Only without a checksum may a receiver that sums up too much get as far as to take them for data.
    await this.askAgain({ length, checksum: 0 }, joined(data, behind));
  }

  /** The request comes in fragments. */
  async askInFragments(octets: number): Promise<void> {
    await this.#draw(octets);
    this.#reply = undefined;
    const count = Math.ceil(this.sent.payload.length / FRAGMENT_OCTETS);
    for (const piece of fragments(this.sent, count)) await this.#wire.send(piece.octets);
  }

  /** `source` is dotted, or "broadcast" for that of the host's own network. */
  async askFrom(source: string): Promise<void> {
    const { broadcast } = (await this.#wire.link()).addresses;
    await this.ask(undefined, {
      header: { source: source === 'broadcast' ? broadcast : source },
      data: this.sent.data,
    });
  }

  async askAll(broadcast: 'limited' | 'directed'): Promise<void> {
    const { broadcast: directed } = (await this.#wire.link()).addresses;
    await this.ask(undefined, { header: { destination: broadcast === 'limited' ? '255.255.255.255' : directed } });
  }

  /** Neither an answer nor an error; proved by a fence. @throws Unmet, Inconclusive */
  async assertSilence(): Promise<void> {
    await passUdpEcho(this.#wire);
    assertSilence(this.#wire, isReactionTo(this.sent), 'no answer to', this.sent);
  }

  /** No answer, whatever errors may come. @throws Unmet, Inconclusive */
  async assertUnanswered(): Promise<void> {
    await passUdpEcho(this.#wire);
    assertSilence(this.#wire, isAnswerTo(this.sent), 'no answer of the UDP echo service to', this.sent);
  }

  /** All the data that the length of the request covers, or no answer. @throws Unmet, Inconclusive */
  async assertDataOrUnanswered(clause: string): Promise<void> {
    await passUdpEcho(this.#wire);
    const reply = this.#wire.already(isAnswerTo(this.sent));
    const { scene } = this.#wire;
    if (reply === undefined) return scene.took({ outcome: 'not answered', clause, level: 'MAY' });
    const length = viewOf(this.sent.payload).getUint16(LENGTH_AT);
    assertData(reply, this.sent.data.subarray(0, length - HEADER_OCTETS));
    scene.took({ outcome: 'answered', clause, level: 'FORMAT' });
  }

  async #draw(octets: number = USUAL_DATA_OCTETS, { header = {}, fields = {}, data }: Request = {}): Promise<void> {
    const { tester: source, iut: destination } = (await this.#wire.link()).addresses;
    const { random } = this.#wire.scene;
    this.#sent = udpProbe({ source, destination, ...header }, data ?? random.octets(octets), fields, random);
  }

  get sent(): UdpProbe {
    if (this.#sent === undefined) throw new TypeError('no UDP echo request was sent');
    return this.#sent;
  }

  get reply(): Seen {
    if (this.#reply === undefined) throw new TypeError('no answer was waited for');
    return this.#reply;
  }
}

/** A peer of the kernel target's TCP, by hand: one connection's segments, and what comes back in few words. */
import { ipv4Header } from '../../../../../src/generated/ipv4/header.ts';
import { type TcpSegment, tcpSegment } from '../../../../../src/generated/tcp/segment.ts';
import type { LinkSurface } from '../../../../../src/harness/surface.ts';
import { contextOf } from '../../../../../src/wire/context.ts';

/** Microseconds. */
const LIMIT = 2_000_000;
const TCP = 6;
const FIRST = 0xffff_fff0;

export interface Came {
  /** `SYN,ACK`, without PSH. */
  readonly flags: string;
  readonly data: string;
  readonly port: number;
  readonly header: { readonly timeToLive: number; readonly dscp: number };
}

export class Peer {
  readonly #link: LinkSurface;
  readonly #port: number;
  /** The implementation's. */
  #other: number;
  #next = FIRST;
  #expected = 0;

  constructor(link: LinkSurface, { port = 50_000, other = 0 } = {}) {
    this.#link = link;
    this.#port = port;
    this.#other = other;
  }

  /** Acknowledges whatever has come, unless `fields` say otherwise. */
  async send(fields: Partial<TcpSegment> = {}, text = ''): Promise<void> {
    const { tester: source, iut: destination } = this.#link.addresses;
    const data = Buffer.from(text).toString('hex');
    const payload = tcpSegment.encode(
      {
        sourcePort: this.#port,
        destinationPort: this.#other,
        sequenceNumber: this.#next,
        acknowledgmentNumber: this.#expected,
        ack: !fields.syn || this.#expected > 0,
        window: 65_535,
        data,
        ...fields,
      },
      contextOf({ source, destination }),
    );
    this.#next = (this.#next + text.length + Number(fields.syn ?? 0) + Number(fields.fin ?? 0)) >>> 0;
    const header = ipv4Header.encode({ protocol: TCP, source, destination }, { payloadLength: payload.length });
    await this.#link.send(Uint8Array.from([...header, ...payload]));
  }

  /** The next segment, or undefined when none comes. */
  async next(within = LIMIT): Promise<Came | undefined> {
    const arrival = await this.#link.receive(within);
    if (arrival === undefined) return undefined;
    const header = ipv4Header.decode(arrival.datagram);
    if (!header.ok) throw new Error('not a datagram');
    const { source, destination, timeToLive, dscp } = header.value;
    const segment = tcpSegment.decode(arrival.datagram.subarray(header.length), contextOf({ source, destination }));
    if (!segment.ok) throw new Error(`not a segment: ${JSON.stringify(segment.fault)}`);
    const { syn, fin, rst, ack, sequenceNumber, data, sourcePort } = segment.value;
    this.#other = sourcePort;
    this.#expected = (sequenceNumber + data.length / 2 + Number(syn) + Number(fin)) >>> 0;
    const flags = Object.entries({ SYN: syn, FIN: fin, RST: rst, ACK: ack }).flatMap(([name, on]) =>
      on ? [name] : [],
    );
    const text = Buffer.from(data, 'hex').toString('latin1');
    return { flags: flags.join(), data: text, port: sourcePort, header: { timeToLive, dscp } };
  }

  /** The next that carries more than an acknowledgement, as `data FLAGS`. */
  async heard(): Promise<string> {
    for (;;) {
      const came = await this.next();
      if (came === undefined) return 'nothing';
      if (came.flags !== 'ACK' || came.data !== '') return `${came.data} ${came.flags}`.trimStart();
    }
  }

  /** Opens a connection; this peer first. */
  async open(window = 65_535): Promise<string> {
    await this.send({ syn: true, window });
    const answer = await this.heard();
    await this.send({ window });
    return answer;
  }

  /** Answers a SYN that has come. */
  async answer(): Promise<void> {
    await this.send({ syn: true, ack: true });
  }
}

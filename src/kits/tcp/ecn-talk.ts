/** Congestion that routers tell of by marks (RFC 3168): the tester asks for it, and plays such a router and its peer. */
import { Unmet } from '../../harness/outcome.ts';
import { describeSegment } from './describe.ts';
import type { SegmentSeen } from './segment.ts';
import type { TcpTalk } from './talk.ts';
import { hasData, type WindowTalk } from './window-talk.ts';

/** In the IP header: congestion experienced. */
const CONGESTED = 3;
const OCTETS = 5;
const MARKED = { ecn: CONGESTED } as const;

export class EcnTalk {
  readonly #talk: TcpTalk;
  readonly #windows: WindowTalk;

  constructor(talk: TcpTalk, windows: WindowTalk) {
    this.#talk = talk;
    this.#windows = windows;
  }

  /** A connection whose SYN has asked for it; whether that was agreed to shows in what follows. @throws Unmet */
  async open(service: string): Promise<void> {
    const end = await this.#talk.begin(service);
    await end.sendRow({ flags: 'CWR,ECE,SYN' });
    await end.expect(({ fields }) => fields.syn === true && fields.ack === true, 'SYN,ACK');
    await end.sendRow({ flags: 'ACK' });
  }

  /** Data that a router has marked. */
  async sendMarked(): Promise<void> {
    await this.#talk.end.sendRow({ flags: 'PSH,ACK', data: `${OCTETS} octets` }, MARKED);
  }

  /**
   * Whatever acknowledges the marked data says so, until the tester says that it has slowed down. What acknowledges just
   * that may still say so: RFC 3168 section 6.1.3 speaks of data after it. @throws Unmet
   */
  async assertEchoed(): Promise<void> {
    const { end } = this.#talk;
    assertFlag(await this.#acknowledgement(), 'ece', true);
    await end.sendRow({ flags: 'PSH,ACK', data: `${OCTETS} octets` });
    assertFlag(await this.#acknowledgement(), 'ece', true);
    await end.sendRow({ flags: 'CWR,PSH,ACK', data: `${OCTETS} octets` });
    await this.#acknowledgement();
    await end.sendRow({ flags: 'PSH,ACK', data: `${OCTETS} octets` });
    assertFlag(await this.#acknowledgement(), 'ece', false);
  }

  /** All that the service sends at once is acknowledged, and it is told of a mark. @throws Unmet */
  async tellSender(): Promise<void> {
    await this.#windows.takeAll();
    await this.#talk.end.sendRow({ flags: 'ECE,ACK' });
  }

  /** The next new data says that the sender has slowed down. @throws Unmet */
  async assertSlowedDown(): Promise<void> {
    assertFlag(await this.#talk.end.expect(hasData, 'data', this.#windows.patience), 'cwr', true);
  }

  async #acknowledgement(): Promise<SegmentSeen> {
    const { end } = this.#talk;
    const isIt = ({ fields }: SegmentSeen): boolean => fields.acknowledgmentNumber === end.next;
    return end.expect(isIt, 'an acknowledgement of the data');
  }
}

function assertFlag({ fields, datagram }: SegmentSeen, flag: 'ece' | 'cwr', wanted: boolean): void {
  if (fields[flag] === wanted) return;
  const [expected, actual] = [String(wanted), String(fields[flag])];
  throw new Unmet({
    expected: [`${flag} ${expected}`],
    actual: describeSegment(datagram.octets),
    difference: { field: flag, expected, actual, exchange: datagram.exchange },
  });
}

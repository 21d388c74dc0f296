/** A user that reads little by little, and what of that its peer is offered as window. */
import { Unmet } from '../../harness/outcome.ts';
import { describeSegment } from './describe.ts';
import type { SegmentSeen } from './segment.ts';
import type { StateTalk } from './state-talk.ts';
import type { TcpUser } from './user.ts';

/** The smallest segment that data is sent in here: the tester has announced no larger one (RFC 9293 section 3.7.1). */
const SEGMENT = 536;

export class ReaderTalk {
  readonly #user: TcpUser;
  readonly #states: StateTalk;
  /** Where the window ended, and the segment that said so. */
  readonly #edges: { readonly edge: number; readonly said?: SegmentSeen }[] = [];

  constructor(user: TcpUser, states: StateTalk) {
    this.#user = user;
    this.#states = states;
  }

  /** The user reads so many octets, and an old segment has the implementation tell its window. @throws Unmet */
  async read(octets: number): Promise<void> {
    const { end, socket } = this.#states.there;
    if (this.#edges.length === 0) this.#edges.push({ edge: end.edge });
    await this.#user.call('receive', { socket, max: octets });
    await end.sendRow({ flags: 'ACK', seq: 'next-1' });
    const said = await end.expect(({ fields }) => fields.ack === true && !fields.rst, 'an acknowledgement');
    this.#edges.push({ edge: end.edge, said });
  }

  /** One octet, which may be taken or not. @throws Unmet */
  async probe(): Promise<void> {
    const { end } = this.#states.there;
    await end.sendRow({ flags: 'PSH,ACK', data: '1 octet' });
    const { fields } = await end.expect(({ fields }) => fields.ack === true && !fields.rst, 'an acknowledgement');
    end.next = fields.acknowledgmentNumber ?? end.next;
  }

  /** It moves by a segment at least, or by half of the buffer, or not at all. @throws Unmet */
  assertNoCrumb(): void {
    const least = this.#leastStep;
    for (const [index, { edge, said }] of this.#edges.entries()) {
      const before = this.#edges[index - 1];
      const step = before === undefined ? 0 : (edge - before.edge) | 0;
      if (step <= 0 || step >= least) continue;
      const actual = `${step} octets more: ${describeSegment(said!.datagram.octets)}`;
      const difference = { field: 'window', expected: '0', actual: String(said!.fields.window) };
      throw new Unmet({
        expected: [`no window, or ${least} octets at least`],
        actual,
        difference: { ...difference, exchange: said!.datagram.exchange },
      });
    }
  }

  /** RFC 9293 section 3.8.6.2.2. The buffer is as large as the widest window that was offered, or larger. */
  get #leastStep(): number {
    const { came, scale } = this.#states.there.end;
    const windows = came.map(({ fields: { window = 0, syn } }) => window * (syn ? 1 : 2 ** scale));
    return Math.min(SEGMENT, Math.max(...windows) / 2);
  }
}

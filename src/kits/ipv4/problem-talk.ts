/** What a host does about an echo request whose only option cannot be right. */
import { Unmet } from '../../harness/outcome.ts';
import { compareFields, fieldsOf, locate } from './difference.ts';
import type { EchoTalk } from './echo-talk.ts';
import { isReplyTo, isReportAbout } from './seen.ts';
import type { Wire } from './wire.ts';

const PARAMETER_PROBLEM = 12;
const FIRST_OPTION = 20;

export class ProblemTalk {
  readonly #wire: Wire;
  readonly #echoes: EchoTalk;

  constructor(wire: Wire, echoes: EchoTalk) {
    this.#wire = wire;
    this.#echoes = echoes;
  }

  /**
   * A parameter problem that points into the options. Who could go on without them has met no problem that he would have
   * had to discard the request for, and answers it (RFC 792, RFC 791 section 3.2).
   *
   * @throws Unmet
   */
  async assertReportedOrAnswered(): Promise<void> {
    const [request] = this.#echoes.asked;
    if (request === undefined) throw new TypeError('no echo request was sent');
    const { scene } = this.#wire;
    const [isReply, isReport] = [isReplyTo(request), isReportAbout(request)];
    const seen = await this.#wire.expect(
      (each) => isReply(each) || isReport(each),
      `a parameter problem at octet ${FIRST_OPTION} or after, or an echo reply`,
    );
    if (isReply(seen)) {
      scene.took({ outcome: 'answered all the same', clause: 'RFC 791 section 3.2', level: 'MAY' });
      return;
    }
    const expected = [
      ['type', PARAMETER_PROBLEM],
      ['code', 0],
    ] as const;
    const mismatch = compareFields(expected, fieldsOf(seen), seen);
    if (mismatch !== undefined) throw new Unmet(mismatch);
    const { pointer = -1 } = seen.icmp ?? {};
    const last = request.headerLength - 1;
    if (pointer < FIRST_OPTION || pointer > last) {
      const range = `${FIRST_OPTION} to ${last}`;
      const difference = locate('pointer', range, String(pointer), seen);
      throw new Unmet({ expected: [`pointer ${range}`], actual: `pointer ${pointer}`, difference });
    }
    scene.took({ outcome: 'reported', clause: 'RFC 1122 section 3.2.2.5', level: 'SHOULD' });
  }
}

/** What a user sets for its connection, and how that shows in what the connection sends or does. */
import { Unmet } from '../../harness/outcome.ts';
import type { Expected } from '../ipv4/difference.ts';
import { compareFields, fieldsOf } from '../ipv4/difference.ts';
import { type HeaderFields, readOptions } from '../ipv4/words.ts';
import type { SegmentSeen } from './segment.ts';
import type { Reached } from './state-reach.ts';
import type { StateTalk } from './state-talk.ts';
import type { TcpTalk } from './talk.ts';
import type { TcpUser } from './user.ts';
import { hasData } from './window-talk.ts';

const SECOND = 1_000_000;
const OCTETS = 5;

export class SettingTalk {
  readonly #talk: TcpTalk;
  readonly #user: TcpUser;
  readonly #states: StateTalk;
  #sent: SegmentSeen | undefined;
  #sending: number | undefined;
  #echoed = '';

  constructor(talk: TcpTalk, user: TcpUser, states: StateTalk) {
    this.#talk = talk;
    this.#user = user;
    this.#states = states;
  }

  /** @throws Unmet */
  async set(settings: object): Promise<void> {
    await this.#user.call('set', { socket: this.#there.socket, ...settings });
  }

  /** Data of the user's, which is acknowledged. @throws Unmet */
  async send(): Promise<void> {
    const { end, socket } = this.#there;
    await this.#user.start('send', { socket, data: this.#draw() });
    this.#sent = await end.expect(hasData, "the user's data");
    await end.sendRow({ flags: 'ACK' });
  }

  /** Of the datagram that carried the user's data. @throws Unmet */
  assertHeader(field: string, value: number): void {
    const { datagram } = this.#sent!;
    const expected: Expected = [[field, value]];
    const mismatch = compareFields(expected, fieldsOf(datagram), datagram);
    if (mismatch !== undefined) throw new Unmet(mismatch);
  }

  /** Data that is never acknowledged; the user waits for some of the peer's. */
  async sendUnheard(): Promise<void> {
    const { end, socket } = this.#there;
    this.#sending = await this.#user.start('receive', { socket, max: OCTETS });
    await this.#user.start('send', { socket, data: this.#draw() });
    await end.expect(hasData, "the user's data");
  }

  /** Within so many seconds; and nothing of the connection is left. @throws Unmet */
  async assertGivenUp(seconds: number): Promise<void> {
    const { end } = this.#there;
    const result = await this.#user.result(this.#sending!, seconds * SECOND);
    if (result?.ok !== false) {
      const actual = result === undefined ? 'nothing' : JSON.stringify(result);
      throw new Unmet({ expected: ['the user is told that the connection is over'], actual });
    }
    await end.sendRow({ flags: 'ACK' });
    await end.expect(({ fields }) => fields.rst === true, 'a reset: the connection is gone');
  }

  /** A connection to the echo service, and data on it, every datagram with these IP options. */
  async converseWith(options: string): Promise<void> {
    const end = await this.#talk.begin('echo');
    const header: HeaderFields = { options: readOptions(options) };
    await end.sendRow({ flags: 'SYN' }, header);
    const answer = await end.find(({ fields }) => fields.syn === true && fields.ack === true);
    if (answer === undefined) return;
    await end.sendRow({ flags: 'ACK' }, header);
    const row = end.read({ flags: 'PSH,ACK', data: `${OCTETS} octets` });
    this.#echoed = row.data ?? '';
    await end.send(row, header);
  }

  /** @throws Unmet */
  async assertEchoed(): Promise<void> {
    const echo = await this.#talk.end.expect(hasData, 'the echo of the data');
    if (echo.fields.data === this.#echoed) return;
    throw new Unmet({ expected: [this.#echoed], actual: echo.fields.data ?? 'nothing' });
  }

  #draw(): string {
    const octets = [...this.#talk.random.octets(OCTETS)];
    return octets.map((octet) => octet.toString(16).padStart(2, '0')).join('');
  }

  get #there(): Reached {
    return this.#states.there;
  }
}

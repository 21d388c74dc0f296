/** Frames that are no frames, and types that nobody knows, over a session that stands: HPR/1 sections 2.1 and 2.3. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { attributeOf, nameOfType, withHopMac } from './frame.ts';
import { errorOf, type ServingTalk, said } from './serving-talk.ts';
import { type Heard, PING_PADDING } from './station.ts';
import type { StationTalk } from './station-talk.ts';

/** Each makes of a PING something else; the MAC is put right again afterwards, so that nothing but this is wrong. */
const SPOILERS: Readonly<Record<string, (octets: Uint8Array) => Uint8Array>> = {
  'first octet 0x00': (octets) => withOctet(octets, 0, 0x00),
  'first octet 0xC4': (octets) => withOctet(octets, 0, 0xc4),
  'version 0': (octets) => withOctet(octets, 1, 0),
  'version 2': (octets) => withOctet(octets, 1, 2),
  'a time to live of 9': (octets) => withOctet(octets, 3, 9),
  'an octet missing at its end': (octets) => octets.slice(0, -1),
  'an octet more than its length': (octets) => Uint8Array.of(...octets, 0),
  'a length one too great': (octets) => withOctet(octets, 5, octets[5]! + 1),
  'a length one too small': (octets) => withOctet(octets, 5, octets[5]! - 1),
  'a length of 0': (octets) => withOctet(withOctet(octets, 4, 0), 5, 0),
};

export class FrameTalk {
  readonly #talk: StationTalk;
  readonly #serving: ServingTalk;
  #about: { readonly by: string; readonly messageId: string; readonly from: number } | undefined;

  constructor(talk: StationTalk, serving: ServingTalk) {
    this.#talk = talk;
    this.#serving = serving;
  }

  /** A PING that is right but for what is said of it. */
  async sendSpoilt(by: string, how: string): Promise<void> {
    const spoil = SPOILERS[how];
    if (spoil === undefined) throw new Inconclusive('precondition', `nobody knows how to spoil a frame by ${how}`);
    await this.#send(by, (octets, key) => withHopMac(spoil(octets), key));
  }

  /** Right in all but the MAC of the hop. */
  async sendWithWrongMac(by: string): Promise<void> {
    await this.#send(by, (octets) => withOctet(octets, 48, octets[48]! ^ 1));
  }

  /** The same PING once more, octet for octet. */
  async sendTwice(by: string): Promise<void> {
    await this.#send(by, (octets) => octets, 2);
  }

  async sendOfType(by: string, type: number, isRequest: boolean): Promise<void> {
    const { station, session } = this.#serving.client(by);
    const from = station.heard.length;
    const messageId = station.send(session, type, { isRequest });
    this.#about = { by, messageId, from };
    await this.#talk.flush(station);
  }

  /** @throws Unmet, Inconclusive */
  async assertSilence(): Promise<void> {
    const answers = await this.#answers();
    if (answers.length > 0) throw new Unmet({ expected: ['not a word'], actual: answers.map(said).join(', ') });
  }

  /** @throws Unmet, Inconclusive */
  async assertAnsweredOnce(): Promise<void> {
    const answers = await this.#answers();
    if (answers.length === 1) return;
    throw new Unmet({ expected: ['one answer'], actual: `${answers.length}` });
  }

  /** An error that names the type. @throws Unmet, Inconclusive */
  async assertError(code: number, type: number): Promise<void> {
    const [answer] = await this.#answers();
    const error = answer && errorOf(answer);
    if (error?.code === code && error.about === type) return;
    const expected = [`ERROR ${code} about ${nameOfType(type)}`];
    const actual = error === undefined ? said(answer) : `ERROR ${error.code} about ${nameOfType(error.about)}`;
    throw new Unmet({ expected, actual, ...(answer ? {} : { missing: true }) });
  }

  async #send(by: string, make: (octets: Uint8Array, key: Uint8Array) => Uint8Array, times = 1): Promise<void> {
    const { station, session } = this.#serving.client(by);
    const messageId = station.nextMessageId();
    const octets = make(
      station.write(session, 'PING', { isRequest: true, messageId, attributes: [PING_PADDING] }),
      session.sendKey,
    );
    this.#about = { by, messageId, from: station.heard.length };
    for (let sent = 0; sent < times; sent += 1) station.put(octets, session);
    await this.#talk.flush(station);
  }

  /** What refers to the frame, once a PING that came after it has been answered. */
  async #answers(): Promise<Heard[]> {
    if (this.#about === undefined) throw new TypeError('no frame was sent');
    const { by, messageId, from } = this.#about;
    await this.#serving.fence(by);
    return this.#talk
      .station(by)
      .heard.slice(from)
      .filter(({ frame, type }) => {
        const about = attributeOf<{ messageId: string }>(frame, 'Request')?.messageId;
        return about === messageId || (about === undefined && type === 'ERROR');
      });
  }
}

function withOctet(octets: Uint8Array, at: number, value: number): Uint8Array {
  const copy = octets.slice();
  copy[at] = value & 0xff;
  return copy;
}

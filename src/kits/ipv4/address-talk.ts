/** Echo requests to and from addresses of every kind, and which addresses a host uses and obeys (RFC 1122 3.2.1.3). */
import { Unmet } from '../../harness/outcome.ts';
import { describeDatagram } from './describe.ts';
import { locate } from './difference.ts';
import type { EchoTalk } from './echo-talk.ts';
import { assertSilence, passEcho } from './fence.ts';
import { addressAt, isForMany, isOwn } from './places.ts';
import { isAnswerTo, type Matches, type Seen } from './seen.ts';
import type { Wire } from './wire.ts';

type End = 'source' | 'destination';

export class AddressTalk {
  readonly #wire: Wire;
  readonly #echoes: EchoTalk;

  constructor(wire: Wire, echoes: EchoTalk) {
    this.#wire = wire;
    this.#echoes = echoes;
  }

  async at(place: string): Promise<string> {
    return addressAt(place, (await this.#wire.link()).addresses);
  }

  /** The same echo request with another address at one end. */
  async ask(end: End, place: string): Promise<void> {
    await this.#echoes.askAgain({ [end]: await this.at(place) });
  }

  /** A request from the far side that comes by the interface there. */
  async askFromFarSide(place: string): Promise<void> {
    const { addresses } = await this.#wire.link();
    await this.#echoes.askAgain({ source: addresses.beyond, destination: addressAt(place, addresses) }, 1);
  }

  /** Whatever answers does not use an address that starts with `octet` at that end. @throws Unmet, Inconclusive */
  async assertNone(end: End, octet: number): Promise<void> {
    await this.#assertAnswers(end, `no address of ${octet}.0.0.0/8`, (address) => !address.startsWith(`${octet}.`));
  }

  /** Whatever answers is from one host. @throws Unmet, Inconclusive */
  async assertNotFromMany(): Promise<void> {
    const { addresses } = await this.#wire.link();
    await this.#assertAnswers('source', 'the address of one host', (address) => !isForMany(address, addresses));
  }

  /** Neither answered nor handed on by any interface. @throws Unmet, Inconclusive */
  async assertDiscarded(): Promise<void> {
    await this.#echoes.assertSilence();
    for (const request of this.#echoes.asked) {
      const { identification } = request.header;
      const isCopy: Matches = ({ header, icmp }) =>
        header.identification === identification && icmp?.identifier === request.identifier && icmp.type === 8;
      assertSilence(this.#wire, isCopy, 'not handed on', request);
    }
  }

  /** Records what became of a request to many. @throws Unmet, Inconclusive */
  async recordAnswer(): Promise<void> {
    await passEcho(this.#wire);
    const answer = this.#already();
    const outcome = answer === undefined ? 'no answer' : `an answer from ${sourceOf(answer)}`;
    this.#wire.scene.took({ outcome, clause: 'RFC 1122 section 3.2.2.6', level: 'MAY' });
  }

  #already(): Seen | undefined {
    const matches = this.#echoes.asked.map(isAnswerTo);
    return this.#wire.already((seen) => matches.some((isAnswer) => isAnswer(seen)));
  }

  /** No answer at all is as good. */
  async #assertAnswers(end: End, expected: string, isLegal: (address: string) => boolean): Promise<void> {
    await passEcho(this.#wire);
    const answer = this.#already();
    const outcome = answer === undefined ? 'no answer' : `an answer from ${sourceOf(answer)}`;
    this.#wire.scene.took({ outcome, clause: 'RFC 1122 section 3.2.1.3', level: 'MUST NOT' });
    const address = answer?.header[end];
    if (answer === undefined || address === undefined || isLegal(address)) return;
    throw new Unmet({
      expected: [`${expected} as ${end}, or no answer`],
      actual: describeDatagram(answer.octets),
      difference: locate(end, expected, address, answer),
    });
  }
}

function sourceOf({ header: { source } }: Seen): string {
  return isOwn(source) ? 'an address of its own' : `${source}`;
}

/** @throws Unmet */
export function assertFromOwn(seen: Seen): void {
  const { source } = seen.header;
  if (isOwn(source)) return;
  const expected = 'an address of the host';
  throw new Unmet({
    expected: [`source: ${expected}`],
    actual: `source ${source}`,
    difference: locate('source', expected, `${source}`, seen),
  });
}

/** @throws Unmet */
export function assertLeftBy(seen: Seen, port: number): void {
  if (seen.interface === port) return;
  throw new Unmet({ expected: [`by interface ${port}`], actual: `by interface ${seen.interface}` });
}

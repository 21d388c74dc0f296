/** Echo requests that have come by a source route, and the way that their replies take. */
import type { EchoTalk } from './echo-talk.ts';
import { assertSilence, passEcho } from './fence.ts';
import { isSourceRoute, LOOSE_SOURCE_ROUTE, optionsIn, STRICT_SOURCE_ROUTE } from './option-octets.ts';
import { optionOctets, placeOf } from './option-words.ts';
import { genericOf } from './options-talk.ts';
import { assertReturns } from './return-route.ts';
import { isReplyTo, isReportAbout, type Seen } from './seen.ts';
import type { Wire } from './wire.ts';

const TYPES: Readonly<Record<string, number>> = { loose: LOOSE_SOURCE_ROUTE, strict: STRICT_SOURCE_ROUTE };

export class SourceRouteTalk {
  readonly #wire: Wire;
  readonly #echoes: EchoTalk;

  constructor(wire: Wire, echoes: EchoTalk) {
    this.#wire = wire;
    this.#echoes = echoes;
  }

  /** `kinds` are loose or strict, one for each option; `from` is who asks. */
  async ask(kinds: readonly string[], route: string, from = 'tester'): Promise<void> {
    const { addresses } = await this.#wire.link();
    const options = kinds.map((kind) => genericOf(optionOctets(typeOf(kind), route, addresses)));
    await this.#echoes.askAgain({ source: placeOf(from, addresses), options });
  }

  /** The reply goes to the tester first, and from there by `route`; of which kind is not asked. @throws Unmet */
  async assertReturns(route: string): Promise<void> {
    await this.#echoes.expectReplies();
    assertReturns(this.#echoes.reply, 'an echo reply', route, (await this.#wire.link()).addresses);
  }

  /** Neither a reply nor a report has two; proved by a fence. @throws Unmet, Inconclusive */
  async assertNeverTwo(): Promise<void> {
    await passEcho(this.#wire);
    for (const request of this.#echoes.asked) {
      const [isReply, isReport] = [isReplyTo(request), isReportAbout(request)];
      const isWrong = (seen: Seen): boolean =>
        (isReply(seen) || isReport(seen)) && optionsIn(seen).filter(isSourceRoute).length > 1;
      assertSilence(this.#wire, isWrong, 'no two source routes in the answer to', request);
    }
  }
}

/** @throws TypeError for a word that no feature may hold */
function typeOf(kind: string): number {
  const type = TYPES[kind];
  if (type === undefined) throw new TypeError(`no kind of source route: ${kind}`);
  return type;
}

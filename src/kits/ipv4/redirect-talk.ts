/** Datagrams that leave by the interface that they came by, and what the router tells their sender of a shorter way. */

import { compareFields, fieldsOf, throwIf } from './difference.ts';
import { assertSilence, passForward } from './fence.ts';
import { optionOctets } from './option-words.ts';
import { genericOf } from './options-talk.ts';
import type { RouterTalk } from './router-talk.ts';
import { isReportAbout, type Matches } from './seen.ts';
import type { Wire } from './wire.ts';

const REDIRECT = 5;
/** For a host: whatever is sent there, or for one type of service. */
const HOST_CODES: ReadonlySet<number | undefined> = new Set([1, 3]);
/** Nobody but the last of many thousand scenarios has one of these. */
const NEIGHBOURS = ['198.18.126.98', '198.18.126.99'] as const;

export class RedirectTalk {
  readonly #wire: Wire;
  readonly #router: RouterTalk;

  constructor(wire: Wire, router: RouterTalk) {
    this.#wire = wire;
    this.#router = router;
  }

  /** To the neighbour: from the tester, from the far side, or by a source route of that type. */
  async send(from: 'tester' | 'beyond', route?: number): Promise<void> {
    const { addresses } = await this.#wire.link();
    const header = { source: addresses[from], destination: await this.#neighbour() };
    if (route === undefined) return this.#router.send(header);
    const option = genericOf(optionOctets(route, '>> beyond', { ...addresses, beyond: header.destination }));
    return this.#router.send({ destination: addresses.iut, options: [option] });
  }

  /** None, or one as it has to be. @throws Unmet, Inconclusive */
  async assertSound(): Promise<void> {
    await passForward(this.#wire);
    const { scene } = this.#wire;
    const redirect = this.#wire.already(this.#isRedirect);
    const clause = 'RFC 1812 section 5.2.7.2';
    if (redirect === undefined) return scene.took({ outcome: 'no redirect', clause, level: 'MAY' });
    const code = HOST_CODES.has(redirect.icmp?.code) ? redirect.icmp?.code : 1;
    const { iut } = (await this.#wire.link()).addresses;
    const expected = { code, gatewayAddress: await this.#neighbour(), source: iut };
    throwIf(compareFields(Object.entries(expected), fieldsOf(redirect), redirect));
    scene.took({ outcome: `a redirect of code ${code}`, clause, level: 'MUST' });
  }

  /** @throws Unmet, Inconclusive */
  async assertNone(): Promise<void> {
    await passForward(this.#wire);
    assertSilence(this.#wire, this.#isRedirect, 'no redirect about', this.#router.sent);
  }

  get #isRedirect(): Matches {
    const isReport = isReportAbout(this.#router.sent);
    return (seen) => seen.icmp?.type === REDIRECT && isReport(seen);
  }

  /** An address on the tester's side that is not its own. */
  async #neighbour(): Promise<string> {
    const [first, second] = NEIGHBOURS;
    return (await this.#wire.link()).addresses.tester === first ? second : first;
  }
}

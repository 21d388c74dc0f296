/** Logins of the tester's clients at a directory of the implementation: HPR/1 sections 4.1 and 4.2. */
import { fromHex, toHex } from '../../contract/hex.ts';
import { Unmet } from '../../harness/outcome.ts';
import { attributeOf, kindOf } from './frame.ts';
import { ascii, isSignedAttribute } from './identity.ts';
import { hmac, scrypt, sha256 } from './primitives.ts';
import { assertError, assertType, type ServingTalk, said } from './serving-talk.ts';
import type { Heard } from './station.ts';
import { SECOND, type StationTalk } from './station-talk.ts';

/** Clocks agree to within a few seconds (section 1). */
const CLOCKS = 5;
/** So that a scenario costs little; what a password costs is in the challenge. */
const CHEAP = 4;

interface Cost {
  readonly cost: number;
  readonly blockSize: number;
  readonly parallel: number;
  readonly salt: string;
}

interface Challenge {
  readonly user: string;
  readonly nonce: string;
  readonly cost: Cost;
  readonly octets: number;
}

interface Certificate {
  readonly kind: number;
  readonly issued: number;
  readonly expires: number;
  readonly publicKey: string;
  readonly name: string;
  readonly signature: string;
}

export class LoginTalk {
  readonly #talk: StationTalk;
  readonly #serving: ServingTalk;
  readonly #challenges = new Map<string, Challenge>();
  /** All answers to PROVE, in their order. */
  readonly #answers: Heard[] = [];

  constructor(talk: StationTalk, serving: ServingTalk) {
    this.#talk = talk;
    this.#serving = serving;
  }

  /** A directory with these users, whose password is their name backwards. */
  async start(...users: readonly string[]): Promise<void> {
    const accounts = users.map((name) => ({ name, password: passwordOf(name) }));
    await this.#serving.open({ role: 'directory', accounts, settings: { scryptCost: CHEAP } });
  }

  /** @throws Unmet */
  async challenge(client: string, user: string): Promise<void> {
    const attributes = [{ kind: kindOf('Name'), name: nameOf(user) }];
    const answer = await this.#serving.ask(client, 'LOGIN', { attributes });
    this.#keep(client, user, assertType(answer, 'CHALLENGE', 'for LOGIN'));
  }

  /** Answers the last challenge of `client`, or that of another. */
  async prove(client: string, password: string, of = client, nonce = this.#challenge(of).nonce): Promise<void> {
    const { user, cost } = this.#challenge(of);
    const { id } = this.#talk.station(client);
    const response = responseTo(password, cost, [fromHex(nameOf(user)), fromHex(nonce), fromHex(id)]);
    await this.#send(client, user, this.#challenge(of).nonce, response);
  }

  /** A response that was right for an earlier nonce, under the one that is out now. */
  async proveWithOldResponse(client: string, password: string): Promise<void> {
    const { user, nonce } = this.#challenge(client);
    await this.challenge(client, user);
    await this.prove(client, password, client, nonce);
  }

  /** @throws Unmet */
  async login(client: string, user: string): Promise<void> {
    await this.challenge(client, user);
    await this.prove(client, passwordOf(user));
    assertType(this.#last(), 'CERTIFIED', 'for PROVE');
  }

  assertRefused(code: number): void {
    assertError(this.#last(), [code]);
  }

  /** Error 438 with a nonce that was not there before. @throws Unmet */
  assertStale(client: string): void {
    this.assertRefused(438);
    const nonce = attributeOf<{ nonce: string }>(this.#last().frame, 'Nonce')?.nonce;
    if (nonce === undefined) throw new Unmet({ expected: ['a new nonce'], actual: 'ERROR 438 without one' });
    if (nonce === this.#challenge(client).nonce) throw new Unmet({ expected: ['a new nonce'], actual: 'the old one' });
  }

  /** It names key and user, its time has begun and not passed, and the directory has signed it. @throws Unmet */
  assertCertified(client: string, user: string): void {
    const { frame, at } = assertType(this.#last(), 'CERTIFIED', 'for PROVE');
    const certificate = attributeOf<Certificate>(frame, 'Certificate');
    const unmet = (expected: string, actual: string): Unmet => new Unmet({ expected: [expected], actual });
    if (certificate === undefined) throw unmet('a certificate', 'CERTIFIED without one');
    const { publicKey, name, issued, expires } = certificate;
    if (publicKey !== this.#talk.station(client).identity.key) throw unmet('the key of the client', publicKey);
    if (name !== nameOf(user)) throw unmet(`the name ${user}`, Buffer.from(name, 'hex').toString());
    const now = Math.floor(at / SECOND);
    if (issued > now + CLOCKS || expires <= now)
      throw unmet(`a time that holds at ${now} s`, `${issued} to ${expires} s`);
    if (!isSignedAttribute(certificate, this.#serving.known.key))
      throw unmet('a signature of the directory', 'none that holds');
  }

  /** All refusals so far look alike, and so do all challenges. @throws Unmet */
  assertAlike(): void {
    const seen = this.#answers.map((answer) => `${said(answer)}, ${answer.octets.length} octets`);
    const other = seen.find((each) => each !== seen[0]);
    if (other !== undefined) throw new Unmet({ expected: [seen[0]!], actual: other });
  }

  /** Asked twice, a name has the same salt, whether it exists or not. @throws Unmet */
  async assertSaltStays(client: string, user: string): Promise<void> {
    const before = this.#challenge(client).cost.salt;
    await this.challenge(client, user);
    const after = this.#challenge(client).cost.salt;
    if (after !== before) throw new Unmet({ expected: [`salt ${before}`], actual: `salt ${after}` });
  }

  #keep(client: string, user: string, { frame, octets }: Heard): void {
    const nonce = attributeOf<{ nonce: string }>(frame, 'Nonce')?.nonce;
    const cost = attributeOf<Cost & { kind: number }>(frame, 'Cost');
    if (nonce === undefined || cost === undefined) {
      throw new Unmet({ expected: ['CHALLENGE with Nonce and Cost'], actual: 'CHALLENGE without one of them' });
    }
    this.#challenges.set(client, { user, nonce, cost, octets: octets.length });
  }

  async #send(client: string, user: string, nonce: string, response: Uint8Array): Promise<void> {
    const attributes = [
      { kind: kindOf('Name'), name: nameOf(user) },
      { kind: kindOf('Nonce'), nonce },
      { kind: kindOf('Response'), response: toHex(response) },
    ];
    this.#answers.push(await this.#serving.ask(client, 'PROVE', { attributes }));
  }

  #challenge(client: string): Challenge {
    const challenge = this.#challenges.get(client);
    if (challenge === undefined) throw new TypeError(`${client} was not challenged`);
    return challenge;
  }

  #last(): Heard {
    const last = this.#answers.at(-1);
    if (last === undefined) throw new TypeError('nothing was proved');
    return last;
  }
}

export function passwordOf(user: string): string {
  return [...user].reverse().join('');
}

/** As attributes have it. */
export function nameOf(user: string): string {
  return toHex(new TextEncoder().encode(user));
}

function responseTo(
  password: string,
  { cost, blockSize, parallel, salt }: Cost,
  words: readonly Uint8Array[],
): Uint8Array {
  const client = hmac(scrypt(ascii(password), fromHex(salt), cost, blockSize, parallel), ascii('Client Key'));
  const mask = hmac(sha256(client), ascii('HPR/1 login'), ...words);
  return client.map((octet, at) => octet ^ mask[at]!);
}

/** Contact lists, presences and lookups at a directory of the implementation: HPR/1 sections 4.3 and 4.4. */
import { Unmet } from '../../harness/outcome.ts';
import { attributeOf, attributesOf, kindOf, mapped } from './frame.ts';
import { signedAttribute } from './identity.ts';
import { nameOf } from './login-talk.ts';
import { assertType, errorOf, type ServingTalk, said } from './serving-talk.ts';
import { type Heard, requestOf } from './station.ts';
import { missing, SECOND, type StationTalk } from './station-talk.ts';

interface Presence {
  readonly sequence: number;
  readonly status: number;
  readonly node: string;
  readonly port: number;
}

/** A presence is good for 60 s (HPR-PRES-01). */
const LIFE = 60;

export class ContactTalk {
  readonly #talk: StationTalk;
  readonly #serving: ServingTalk;
  #answer: Heard | undefined;

  constructor(talk: StationTalk, serving: ServingTalk) {
    this.#talk = talk;
    this.#serving = serving;
  }

  /** Puts a user on the list of who is logged in as `client`. @throws Unmet */
  async add(client: string, user: string): Promise<void> {
    const attributes = [{ kind: kindOf('Contact'), standing: 1, name: nameOf(user) }];
    assertType(await this.#serving.ask(client, 'CONTACTS', { attributes }), 'CONTACT-LIST', 'for CONTACTS');
  }

  /** Names on the list that is shown to `client`, of whom it has added or who are its mutual contacts. */
  async #list(client: string): Promise<string[]> {
    const answer = assertType(await this.#serving.ask(client, 'CONTACTS'), 'CONTACT-LIST', 'for CONTACTS');
    const contacts = attributesOf<{ standing: number; name: string }>(answer.frame, 'Contact');
    return contacts.filter(({ standing }) => standing === 1 || standing === 2).map(({ name }) => name);
  }

  async assertListed(client: string, user: string, isListed: boolean): Promise<void> {
    const has = (await this.#list(client)).includes(nameOf(user));
    if (has === isListed) return;
    const words = (yes: boolean): string => `a list ${yes ? 'with' : 'without'} ${user}`;
    throw new Unmet({ expected: [words(isListed)], actual: words(has) });
  }

  /** Every presence that it is told of is answered, so that nothing is told twice. */
  listen(client: string): void {
    this.#talk.station(client).habits.set('listening', (station, { type, session, frame }) => {
      if (type === 'PRESENCE' && session !== undefined && frame.isRequest) {
        station.send(session, 'OK', { attributes: [requestOf(frame)] });
      }
    });
  }

  /** @throws Unmet */
  async say(client: string, status: 'online' | 'offline', sequence: number, life = LIFE, port = 7000): Promise<void> {
    const { identity, endpoints } = this.#talk.station(client);
    const expires = Math.floor((await this.#talk.world()).now / SECOND) + life;
    const place = { mapping: 2, port, address: mapped(endpoints[0]!.address) };
    const fields = { sequence, expires, status: status === 'online' ? 1 : 0, ...place, node: identity.id };
    await this.#tell(client, signedAttribute('Presence', fields, identity));
  }

  /** One that has to be taken. @throws Unmet */
  async sayFirst(client: string, sequence: number): Promise<void> {
    await this.say(client, 'online', sequence);
    assertType(this.#answer, 'OK', 'for PRESENCE');
  }

  /** A presence of `about` that `client` has made up and sends. */
  async forge(client: string, about: string, sequence: number): Promise<void> {
    const { identity, endpoints } = this.#talk.station(client);
    const expires = Math.floor((await this.#talk.world()).now / SECOND) + LIFE;
    const place = { mapping: 2, port: 666, address: mapped(endpoints[0]!.address) };
    const fields = { sequence, expires, status: 1, ...place, node: this.#talk.station(about).id };
    await this.#tell(client, signedAttribute('Presence', fields, identity));
  }

  async lookUp(client: string, user: string): Promise<void> {
    const attributes = [{ kind: kindOf('Name'), name: nameOf(user) }];
    this.#answer = await this.#serving.ask(client, 'LOOKUP', { attributes });
  }

  /** @throws Unmet */
  assertFound(sequence?: number): void {
    const { frame } = assertType(this.#answer, 'FOUND', 'for LOOKUP');
    const presence = attributeOf<Presence>(frame, 'Presence');
    if (presence === undefined) throw new Unmet({ expected: ['a presence'], actual: 'FOUND without one' });
    if (sequence !== undefined && presence.sequence !== sequence) {
      throw new Unmet({ expected: [`presence ${sequence}`], actual: `presence ${presence.sequence}` });
    }
  }

  /** @throws Unmet */
  assertNotFound(): void {
    const code = this.#answer && errorOf(this.#answer)?.code;
    if (code !== 404) throw new Unmet({ expected: ['ERROR 404'], actual: said(this.#answer) });
  }

  /** Whether it was told of a presence of that client. @throws Unmet, Inconclusive */
  async assertTold(client: string, about: string): Promise<void> {
    const told = await this.#talk.hear(this.#talk.station(client), this.#isPresenceOf(about));
    if (told === undefined) throw missing(`PRESENCE of ${about} at ${client}`);
  }

  async assertNotTold(client: string, about: string): Promise<void> {
    await this.#serving.fence(client);
    const told = this.#talk.station(client).heard.find(this.#isPresenceOf(about));
    if (told !== undefined) throw new Unmet({ expected: [`nothing of ${about}`], actual: said(told) });
  }

  #isPresenceOf(about: string): (heard: Heard) => boolean {
    const { id } = this.#talk.station(about);
    return ({ type, frame }) =>
      (type === 'PRESENCE' || type === 'FOUND') && attributeOf<Presence>(frame, 'Presence')?.node === id;
  }

  /** What is ignored may be answered or not. */
  async #tell(client: string, presence: object): Promise<void> {
    const { station, session } = this.#serving.client(client);
    this.#answer = await this.#talk.ask(station, session, 'PRESENCE', { attributes: [presence] });
  }
}

/**
 * The tester as one client, on a 5-tuple of its own: sends requests as RFC 8489 section 6.2 has a client send them, again
 * and again over UDP until they are answered, and keeps what else comes.
 */
import { randomBytes } from 'node:crypto';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import type { SocketsSurface, TesterSocket, TransportAddress } from '../../harness/surface.ts';
import { ATTRIBUTES, METHODS } from './attribute-types.ts';
import { type Authentication, authenticated, type Credentials, type Session } from './authentication.ts';
import { headline, MESSAGE_LAYER } from './describe.ts';
import { type Came, SocketLog } from './inbox.ts';
import { type Attribute, type Draft, stunOctets } from './message.ts';
import {
  addressIn,
  errorCode,
  find,
  isAnswerTo,
  numberIn,
  readMessage,
  type StunMessage,
  textIn,
} from './read-message.ts';

/** Microseconds to the first retransmission, doubled each time: RFC 8489 section 6.2.1. */
const FIRST_RTO = 500_000;
/** A nonce may run out between two requests; one that was new cannot. */
const STALE_RETRIES = 2;

/** What an Allocate request asks for unless more is said: RFC 8656 section 7.1. */
export const udpTransport = (): readonly Attribute[] => [
  { type: ATTRIBUTES['REQUESTED-TRANSPORT'], value: Uint8Array.of(17, 0, 0, 0) },
];

/** A request, and what the server said to it. */
export interface Exchange {
  readonly octets: Uint8Array;
  readonly draft: Draft;
  readonly answer: (StunMessage & Pick<Came, 'exchange' | 'at' | 'from'>) | undefined;
}

export interface Ask {
  readonly method: string;
  /** Addresses of IPv6 are masked with the transaction's id. */
  readonly attributes?: (transaction: Uint8Array) => readonly Attribute[];
  readonly authentication?: Authentication;
  readonly draft?: Partial<Draft>;
  /** The last touch, for messages that are wrong in a way that no draft is. */
  readonly touch?: (octets: Uint8Array) => Uint8Array;
}

/** As much of a scene as a client needs. */
export type ClientScene = Pick<Scene, 'clock' | 'evidence' | 'hangLimit' | 'random'>;

export class Client {
  readonly credentials: Credentials;
  readonly log: SocketLog;
  readonly isStream: boolean;
  readonly #scene: ClientScene;
  readonly #served: TransportAddress;
  /** What the server has told it to authenticate with. */
  session: Session | undefined;
  /** The nonce of the request that its allocation came of. */
  firstNonce: string | undefined;
  /** Where its allocation is reached, and where it was once that is gone. */
  relayed: TransportAddress | undefined;
  formerly: TransportAddress | undefined;
  /** Seconds, as the server said last. */
  lifetime: number | undefined;

  constructor(
    scene: ClientScene,
    surface: SocketsSurface,
    socket: TesterSocket,
    credentials: Credentials,
    isStream: boolean,
  ) {
    this.#scene = scene;
    this.#served = surface.served;
    this.credentials = credentials;
    this.isStream = isStream;
    this.log = new SocketLog(scene.evidence, surface, socket, MESSAGE_LAYER, isStream);
  }

  get local(): TransportAddress {
    return this.log.socket.local;
  }

  /** Of real servers some remember the ids of all transactions: no run may use those of another. */
  newTransaction(): Uint8Array {
    return this.#scene.clock === 'virtual' ? this.#scene.random.octets(12) : Uint8Array.from(randomBytes(12));
  }

  async send(octets: Uint8Array): Promise<void> {
    await this.log.send(octets, this.#served);
  }

  /** As it is, without integrity: what is authenticated is built by `ask`. */
  draft({ method, attributes, draft = {} }: Ask, of: Draft['of'] = 'request'): Draft {
    const transaction = this.newTransaction();
    const written = attributes?.(transaction) ?? [];
    return { method: METHODS[method] ?? Number(method), of, transaction, attributes: written, ...draft };
  }

  /** The server's answer, or undefined when it gave none in time. */
  async ask(request: Ask, within: number = this.#scene.hangLimit): Promise<Exchange> {
    for (let retries = 0; ; retries += 1) {
      const draft = this.draft(request);
      const octets = this.#written(draft, request);
      const exchange = { octets, draft, answer: await this.transact(octets, draft.transaction, within) };
      const { answer } = exchange;
      this.#note(draft, answer);
      const isStale = answer?.of === 'error' && errorCode(answer) === 438;
      const isPlain = request.authentication === undefined && request.touch === undefined;
      if (!isStale || !isPlain || retries === STALE_RETRIES || !this.learnFrom(answer)) return exchange;
    }
  }

  /** Sends until an answer comes: octet for octet the same each time. */
  async transact(
    octets: Uint8Array,
    transaction: Uint8Array,
    within: number = this.#scene.hangLimit,
  ): Promise<Exchange['answer']> {
    const isAnswer = isAnswerTo(transaction);
    const isRepeated = !this.isStream && this.#scene.clock === 'real';
    let timeout = FIRST_RTO;
    for (let left = within; ; left -= timeout, timeout *= 2) {
      await this.send(octets);
      const patience = isRepeated ? Math.min(timeout, left) : left;
      const came = await this.log.find((each) => isAnswer(readMessage(each.octets)), patience);
      if (came !== undefined) {
        const { exchange, at, from } = came;
        return { ...(readMessage(came.octets) as StunMessage), exchange, at, from };
      }
      if (!isRepeated || left <= timeout) return undefined;
    }
  }

  /** Proves that the server has dealt with all that came before on this 5-tuple. @throws Inconclusive */
  async fence(): Promise<void> {
    const { octets, transaction } = this.#bare('Binding');
    if ((await this.transact(octets, transaction)) === undefined) {
      throw new Inconclusive('fence', 'the Binding request that was sent afterwards was not answered');
    }
    // In virtual time all that will come has come a little later.
    if (this.#scene.clock === 'virtual') await this.log.find(() => false, FIRST_RTO);
  }

  /** Asks without credentials for the realm and a nonce; a server that serves guests gives an allocation. @throws Unmet */
  async learn(): Promise<void> {
    if (this.session !== undefined || this.relayed !== undefined) return;
    const { answer } = await this.ask({
      method: 'Allocate',
      attributes: udpTransport,
      authentication: { kind: 'none' },
    });
    if (this.relayed !== undefined || this.learnFrom(answer)) return;
    throw new Unmet({
      expected: ['401 with REALM and NONCE for an Allocate request without credentials'],
      actual: answer === undefined ? 'nothing' : headline(answer),
      missing: answer === undefined,
    });
  }

  /** Whether the answer told a realm and a nonce. */
  learnFrom(answer: StunMessage | undefined): boolean {
    const [realm, nonce] = [answer && textIn(answer, 'REALM'), answer && textIn(answer, 'NONCE')];
    if (realm === undefined || nonce === undefined) return false;
    const algorithms = answer && find(answer, 'PASSWORD-ALGORITHMS')?.value;
    this.session = { realm, nonce, ...(algorithms ? { algorithms } : {}) };
    return true;
  }

  #bare(method: string): { octets: Uint8Array; transaction: Uint8Array } {
    const draft = this.draft({ method });
    return { octets: stunOctets(draft), transaction: draft.transaction };
  }

  #written(draft: Draft, { authentication, touch }: Ask): Uint8Array {
    const octets = authenticated(draft, authentication ?? { kind: 'long-term' }, this.credentials, this.session);
    return touch === undefined ? octets : touch(octets);
  }

  /** What an answer says of the allocation on this 5-tuple. */
  #note({ method, attributes }: Draft, answer: StunMessage | undefined): void {
    if (answer?.of !== 'success') return;
    const lifetime = numberIn(answer, 'LIFETIME');
    if (method === METHODS.Allocate) {
      this.relayed = addressIn(answer, 'XOR-RELAYED-ADDRESS');
      this.formerly = this.relayed;
      this.firstNonce = this.session?.nonce;
      this.lifetime = lifetime;
    }
    // Half of a dual allocation may go without the other: RFC 8656 section 8.1.
    const isHalf = attributes.some(({ type }) => type === ATTRIBUTES['REQUESTED-ADDRESS-FAMILY']);
    if (method === METHODS.Refresh && !isHalf) {
      this.lifetime = lifetime;
      if (lifetime === 0) this.relayed = undefined;
    }
  }
}

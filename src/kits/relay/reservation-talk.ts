/** Reservations of the tester's clients at the implementation: HPR/1 section 7. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { attributeOf, kindOf } from './frame.ts';
import { isSignedAttribute, signedAttribute } from './identity.ts';
import { token } from './prober.ts';
import { assertError, assertType, type ServingTalk, said } from './serving-talk.ts';
import type { Heard } from './station.ts';
import { SECOND, type StationTalk } from './station-talk.ts';

export interface Reserved {
  readonly reservation: number;
  /** Seconds that were granted. */
  readonly seconds: number;
  readonly voucher: Voucher;
  readonly at: number;
}

/** Clocks agree to within a few seconds (section 1). */
const CLOCKS = 5;

interface Voucher {
  readonly kind: number;
  readonly reservation: number;
  readonly expires: number;
  readonly peer: string;
  readonly relay: string;
  readonly signature: string;
}

export class ReservationTalk {
  readonly #talk: StationTalk;
  readonly #serving: ServingTalk;
  readonly #held = new Map<string, Reserved>();
  /** What was held before it was renewed. */
  readonly #before = new Map<string, Reserved>();
  #answer: Heard | undefined;

  constructor(talk: StationTalk, serving: ServingTalk) {
    this.#talk = talk;
    this.#serving = serving;
  }

  of(name: string): Reserved {
    const reserved = this.#held.get(name);
    if (reserved === undefined) throw new TypeError(`${name} holds no reservation`);
    return reserved;
  }

  get answer(): Heard | undefined {
    return this.#answer;
  }

  /** Asks for one; what came is kept. `renewing`: the number of one. */
  async ask(name: string, seconds?: number, renewing?: number): Promise<void> {
    const attributes = [
      token(this.#talk.station(name)),
      ...(seconds === undefined ? [] : [{ kind: kindOf('Lease'), seconds }]),
      ...(renewing === undefined ? [] : [{ kind: kindOf('Reservation'), reservation: renewing }]),
    ];
    this.#answer = await this.#serving.ask(name, 'RESERVE', { attributes });
  }

  /** @throws Unmet */
  async reserve(name: string, seconds?: number, renewing?: number): Promise<Reserved> {
    await this.ask(name, seconds, renewing);
    const { frame, at } = assertType(this.#answer, 'GRANT', 'for RESERVE');
    const reservation = attributeOf<{ reservation: number }>(frame, 'Reservation');
    const lease = attributeOf<{ seconds: number }>(frame, 'Lease');
    const voucher = attributeOf<Voucher>(frame, 'Voucher');
    if (reservation === undefined || lease === undefined || voucher === undefined) {
      throw new Unmet({ expected: ['GRANT with Reservation, Lease and Voucher'], actual: 'GRANT without one of them' });
    }
    const reserved = { reservation: reservation.reservation, seconds: lease.seconds, voucher, at };
    const before = this.#held.get(name);
    if (before !== undefined) this.#before.set(name, before);
    this.#held.set(name, reserved);
    return reserved;
  }

  async askForRelease(name: string, reservation: number): Promise<void> {
    const attributes = [{ kind: kindOf('Reservation'), reservation }];
    this.#answer = await this.#serving.ask(name, 'RELEASE', { attributes });
  }

  async permit(name: string, other: string, reservation = this.of(name).reservation): Promise<void> {
    const attributes = [
      { kind: kindOf('Reservation'), reservation },
      { kind: kindOf('Peer'), node: this.#talk.station(other).id },
    ];
    this.#answer = await this.#serving.ask(name, 'PERMIT', { attributes });
  }

  /** Until so many seconds after it was granted. */
  async waitUntil(name: string, seconds: number): Promise<void> {
    const world = await this.#talk.world();
    await world.pass(Math.max(0, this.of(name).at + seconds * SECOND - world.now));
  }

  /** @throws Unmet */
  assertGranted(name: string, seconds: number): void {
    const granted = this.of(name).seconds;
    if (granted === seconds) return;
    throw new Unmet({ expected: [`a lease of ${seconds} s`], actual: `one of ${granted} s` });
  }

  assertRefused(code: number): void {
    assertError(this.#answer, [code]);
  }

  assertAnswered(type: string): void {
    assertType(this.#answer, type, 'as answer');
  }

  assertNotGranted(): void {
    if (this.#answer?.type !== 'GRANT') return;
    throw new Unmet({ expected: ['no GRANT'], actual: said(this.#answer) });
  }

  /** Signed by the supernode, and names it, the node and an end that is that of the lease. @throws Unmet */
  assertVoucher(name: string): void {
    const { voucher, at, seconds } = this.of(name);
    const { known } = this.#serving;
    const unmet = (expected: string, actual: string): Unmet => new Unmet({ expected: [expected], actual });
    if (voucher.relay !== known.key) throw unmet(`a voucher of ${known.key}`, voucher.relay);
    const { id } = this.#talk.station(name);
    if (voucher.peer !== id) throw unmet(`a voucher for ${id}`, voucher.peer);
    const end = Math.floor(at / SECOND) + seconds;
    if (Math.abs(voucher.expires - end) > CLOCKS) throw unmet(`an expiry of ${end} s`, `${voucher.expires} s`);
    if (!isSignedAttribute(voucher, known.key)) throw unmet('a signature of the supernode', 'one that does not hold');
  }

  /** The voucher of a client with something wrong about it. */
  spoilt(name: string, how: string): object {
    const { voucher } = this.of(name);
    const { signature, ...fields } = voucher;
    const forger = this.#talk.station(name).identity;
    switch (how) {
      case 'signed by another key':
        return signedAttribute('Voucher', fields, forger);
      case 'with a bit of its signature inverted':
        return { ...voucher, signature: invertBit(signature) };
      case 'that has run out':
        return this.#before.get(name)?.voucher ?? voucher;
      case 'prolonged':
        return { ...voucher, expires: voucher.expires + 3600 };
      case 'made out to another node':
        return { ...voucher, peer: this.#serving.known.id };
      default:
        throw new Inconclusive('precondition', `nobody knows of a voucher ${how}`);
    }
  }
}

function invertBit(hex: string): string {
  return (Number.parseInt(hex[0]!, 16) ^ 1).toString(16) + hex.slice(1);
}

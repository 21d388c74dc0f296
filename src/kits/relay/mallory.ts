/**
 * A relay of the tester's that cannot be trusted: it takes reservations and passes frames on, but does with each frame of a
 * circuit what a scenario tells it to. What it cannot do is read them.
 */
import { toHex } from '../../contract/hex.ts';
import { parameters } from '../../generated/relay/parameters.ts';
import { random } from '../../net/random.ts';
import { attributeOf, kindOf, mapped, readFrame, typeOf, withHopMac, withTimeToLive } from './frame.ts';
import { identity, signedAttribute } from './identity.ts';
import { type Heard, requestOf, type Session, type Station } from './station.ts';
import { SECOND } from './station-talk.ts';

/** What it sends on in the place of a frame: any octets, to any of its sessions. */
export interface Onward {
  readonly octets: Uint8Array;
  readonly to: string;
}

export type Meddling = (heard: Heard, onward: Onward) => readonly Onward[];

const FIRST_FORWARDED = 0x40;

export class Mallory {
  readonly station: Station;
  meddle: Meddling = (_, onward) => [onward];
  #reservations = 0;

  constructor(station: Station) {
    this.station = station;
    station.habits.set('serving', (_, heard) => this.#take(heard));
  }

  /** Calls itself a supernode, with proofs of probers that are made up. */
  introduce(session: Session): void {
    const { station } = this;
    const now = Math.floor(station.now / SECOND);
    const [own] = station.endpoints;
    const place = { port: own!.port, address: mapped(own!.address) };
    const by = station.identity;
    const fields = { sequence: now + 1, expires: now + 300, slots: 64, free: 60, publicKey: by.key };
    const proofs = [1, 2, 3].map((seed) => {
      const prober = identity(random(seed));
      return signedAttribute('ReachProof', { ...place, issued: now, subject: by.id, prober: prober.key }, prober);
    });
    station.send(session, 'ROLE', { attributes: [signedAttribute('Record', { ...fields, ...place }, by), ...proofs] });
  }

  #take(heard: Heard): void {
    const { session, frame, type } = heard;
    if (session === undefined) return;
    if (frame.source === session.peer) this.#introduceOnce(session);
    if (frame.type >= FIRST_FORWARDED) this.#pass(heard);
    else if (type === 'RESERVE') this.#grant(session, heard);
    else if (type === 'PERMIT') this.#answer(session, heard, 'OK', []);
    else if (type === 'RELEASE') this.#release(session, heard);
  }

  readonly #introduced = new Set<Session>();

  #introduceOnce(session: Session): void {
    if (this.#introduced.has(session)) return;
    this.#introduced.add(session);
    this.introduce(session);
  }

  #grant(session: Session, { frame }: Heard): void {
    const now = Math.floor(this.station.now / SECOND);
    const renewed = attributeOf<{ reservation: number }>(frame, 'Reservation')?.reservation;
    const reservation = renewed ?? ++this.#reservations;
    const { leaseLeast, leaseMost, leaseDefault } = parameters;
    const asked = attributeOf<{ seconds: number }>(frame, 'Lease')?.seconds ?? leaseDefault;
    const seconds = Math.min(leaseMost, Math.max(leaseLeast, asked));
    const fields = { reservation, expires: now + seconds, peer: session.peer, relay: this.station.identity.key };
    this.station.send(session, 'GRANT', {
      attributes: [
        requestOf(frame),
        { kind: kindOf('Reservation'), reservation },
        { kind: kindOf('Lease'), seconds },
        {
          kind: kindOf('Limits'),
          octets: parameters.circuitOctets,
          seconds: parameters.circuitSeconds,
          credit: parameters.credit,
        },
        signedAttribute('Voucher', fields, this.station.identity),
        this.#record(),
      ],
    });
  }

  #release(session: Session, heard: Heard): void {
    const reservation = attributeOf(heard.frame, 'Reservation');
    this.#answer(session, heard, 'RELEASE-OK', reservation === undefined ? [] : [reservation]);
  }

  #record(): object {
    const { station } = this;
    const now = Math.floor(station.now / SECOND);
    const [own] = station.endpoints;
    const fields = { sequence: now + 1, expires: now + 300, slots: 64, free: 60, publicKey: station.identity.key };
    return signedAttribute('Record', { ...fields, port: own!.port, address: mapped(own!.address) }, station.identity);
  }

  #answer(session: Session, { frame }: Heard, type: string, attributes: readonly object[]): void {
    this.station.send(session, type, { attributes: [requestOf(frame), ...attributes] });
  }

  #pass(heard: Heard): void {
    const { frame, octets } = heard;
    if (frame.destination === this.station.id) return;
    const onward = { octets: withTimeToLive(octets, frame.timeToLive - 1), to: frame.destination };
    for (const each of this.meddle(heard, onward)) this.put(each);
  }

  putLater(onward: Onward, at: number): void {
    this.station.later(at, () => this.put(onward));
  }

  /** With a MAC that fits, whatever the octets are. */
  put({ octets, to }: Onward): void {
    const session = this.station.sessions.get(to);
    if (session === undefined) return;
    this.station.put(withHopMac(octets, session.sendKey), session);
  }

  /** An answer to an OPEN by which it would be the one that was called: a certificate of its own making. */
  impersonate(open: Uint8Array): Onward | undefined {
    const frame = readFrame(open);
    const conversation = frame && attributeOf(frame, 'Conversation');
    if (frame === undefined || conversation === undefined) return undefined;
    const { station } = this;
    const now = Math.floor(station.now / SECOND);
    const name = toHex(new TextEncoder().encode('bob'));
    const fields = { serial: 1, issued: now, expires: now + 3600, publicKey: station.identity.key, name };
    const attributes = [
      signedAttribute('Certificate', fields, station.identity),
      conversation,
      { kind: kindOf('Ephemeral'), publicKey: toHex(station.random.octets(32)) },
      { kind: kindOf('Signature'), signature: toHex(station.random.octets(64)) },
    ];
    const words = { source: frame.destination, destination: frame.source, attributes };
    const session = station.sessions.get(frame.source);
    return session && { octets: station.write(session, typeOf('ACCEPT'), words), to: frame.source };
  }
}

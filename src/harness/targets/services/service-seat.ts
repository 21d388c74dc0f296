/** A seat at an implementation that is a program to be run: the tester serves it at places of its own, and each errand is a new life. */
import { microseconds } from '../../interval.ts';
import type { Words } from '../../keeper.ts';
import { type IutFault, Unsupported } from '../../outcome.ts';
import type { Errand, ServiceEvent, ServicesSurface, Surfaces, TransportAddress } from '../../surface.ts';
import type { Seat } from '../../target.ts';
import { tellEnd } from '../streams/errand-end.ts';
import { type ErrandOptions, ErrandRuns } from '../streams/errand-runs.ts';
import { EventLine } from '../streams/event-line.ts';
import { LastLooks } from './last-looks.ts';
import { type Came, datagramPlace, type Place, streamPlace } from './places.ts';

/** Octets of one seat that are taken before it counts as a flood: nobody asks for more then. */
const FLOOD = 16 * 2 ** 20;

export class ServiceSeat implements Seat, ServicesSurface {
  readonly #runs: ErrandRuns;
  readonly #line = new EventLine<ServiceEvent>();
  readonly #looks = new LastLooks();
  readonly #places: Place[] = [];
  #octets = 0;

  constructor(words: Words, options: ErrandOptions) {
    this.#runs = new ErrandRuns(words, options);
  }

  async surface<Name extends keyof Surfaces>(name: Name): Promise<Surfaces[Name]> {
    if (name !== 'services') throw new Unsupported(`the surface ${name}`);
    return this as ServicesSurface as Surfaces[Name];
  }

  async serve(transport: 'udp' | 'tcp'): Promise<TransportAddress> {
    const number = this.#places.length;
    const came: Came = (from, octets) => {
      this.#octets += octets.length;
      if (this.#octets > FLOOD) return;
      this.#line.tell({ kind: 'came', place: number, from, octets, at: this.#looks.read() });
    };
    const place = await (transport === 'udp' ? datagramPlace(came) : streamPlace(came));
    this.#places.push(place);
    return place.address;
  }

  async start(errand: Errand): Promise<void> {
    void tellEnd(this.#runs.start(errand), this.#line);
  }

  send(place: number, octets: Uint8Array, to: TransportAddress) {
    return this.#places[place]!.send(octets, to);
  }

  next(within: number): Promise<ServiceEvent | undefined> {
    return this.#line.next(within);
  }

  now() {
    const now = microseconds();
    return { earliest: now, latest: now };
  }

  stderr(): string {
    return this.#runs.stderr();
  }

  fault(): IutFault | undefined {
    return this.#runs.fault;
  }

  async leave(): Promise<void> {
    await this.#runs.leave();
    this.#looks.end();
    for (const place of this.#places) place.close();
  }
}

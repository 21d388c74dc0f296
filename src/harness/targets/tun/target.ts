/**
 * `tun:NAME`: a stack that runs by itself on a TUN device of this network namespace. It is not ours to start or stop; once
 * it has let go of the device, later seats look for another of the same name. Offers datagrams on interface 0 and nothing
 * else, in real time. Linux only.
 */
import { AssayError } from '../../../contract/assay-error.ts';
import type { TargetInfo } from '../../../generated/meta/report.ts';
import { isTunName, NAME_WORDS } from '../../../linux/tun-name.ts';
import { IutFault } from '../../outcome.ts';
import type { LinkSurface, Surfaces } from '../../surface.ts';
import type { Seat, Target, TargetKind } from '../../target.ts';
import type { Addresses } from '../../topology.ts';
import { keyOf } from '../destination-key.ts';
import { linkBy, onlyLink } from '../one-interface.ts';
import { unusedAddresses } from '../unused-addresses.ts';
import { Attachment, type Visit } from './attachment.ts';

/** Microseconds. A stack answers within a few tens; only an interpreter's start or a busy machine needs more. */
const HANG_LIMIT = 2_000_000;
/** There is one stack, and what room a small one has, for fragments say, is one scenario's at a time. */
const CONCURRENCY = 1;

export const tunKind: TargetKind = {
  /** @throws AssayError ERR_USAGE for a name that is none, ERR_TARGET_UNAVAILABLE */
  attach: async (name, { hangLimit = HANG_LIMIT }) => {
    if (!isTunName(name)) throw new AssayError('ERR_USAGE', `--target tun:${name}: ${NAME_WORDS}`);
    if (process.platform !== 'linux') {
      const text = `--target tun:${name}: it needs Linux, and this is ${process.platform}`;
      throw new AssayError('ERR_TARGET_UNAVAILABLE', text);
    }
    return new TunTarget(name, hangLimit);
  },
};

class TunTarget implements Target {
  readonly info: TargetInfo;
  readonly roles = ['any', 'host'];
  readonly protocols = ['ipv4', 'udp', 'tcp'];
  readonly parameters = {};
  readonly concurrency = CONCURRENCY;
  readonly hangLimit: number;
  #attachment: Attachment;

  constructor(name: string, hangLimit: number) {
    this.info = { spec: `tun:${name}`, name, capabilities: ['ipv4.host'], clock: 'real' };
    this.hangLimit = hangLimit;
    this.#attachment = new Attachment(name);
  }

  async seat(): Promise<Seat> {
    if (this.#attachment.loss() !== undefined) {
      const again = new Attachment(this.info.name);
      this.#attachment.close();
      this.#attachment = again;
    }
    return new TunSeat(this.#attachment, unusedAddresses());
  }

  async close(): Promise<void> {
    this.#attachment.close();
  }
}

class TunSeat implements Seat {
  readonly #attachment: Attachment;
  readonly #visit: Visit;
  readonly #link: LinkSurface;
  #fault: IutFault | undefined;
  #left = false;

  constructor(attachment: Attachment, addresses: Addresses) {
    this.#attachment = attachment;
    this.#visit = attachment.visit(keyOf(addresses.tester));
    this.#link = linkBy(this.#visit, addresses);
  }

  async surface<Name extends keyof Surfaces>(name: Name): Promise<Surfaces[Name]> {
    return onlyLink(name, this.#link);
  }

  stderr(): string {
    return '';
  }

  fault(): IutFault | undefined {
    return this.#fault;
  }

  async leave(): Promise<void> {
    if (this.#left) return;
    this.#left = true;
    const loss = this.#attachment.loss();
    if (loss instanceof IutFault) this.#fault = loss;
    this.#visit.leave();
  }
}

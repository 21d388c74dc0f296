/**
 * The tester at a stack's TUN device, for as long as the device is there. Whether it still is, and if not, whether its
 * stack has let go of it or somebody has taken it down, is asked of the kernel.
 */
import { AssayError } from '../../../contract/assay-error.ts';
import { type Description, describe } from '../../../linux/interfaces.ts';
import { libc } from '../../../linux/libc.ts';
import { SystemCallError } from '../../../linux/system-call.ts';
import type { Interval } from '../../interval.ts';
import { IutFault } from '../../outcome.ts';
import type { Arrival } from '../../surface.ts';
import { SharedWire } from '../shared-wire.ts';
import { TimedFile } from '../timed-file.ts';
import { obstacle, surroundingsOf } from './obstacles.ts';
import { PacketSocket } from './packet-socket.ts';

/** One seat's way to the stack. */
export interface Visit {
  /** @throws IutFault iut-exited; AssayError */
  send(datagram: Uint8Array): Interval;
  /** @throws IutFault iut-exited; AssayError */
  receive(within: number): Promise<Arrival | undefined>;
  leave(): void;
}

export class Attachment {
  readonly #name: string;
  readonly #index: number;
  readonly #wire: SharedWire;
  #loss: IutFault | AssayError | undefined;

  /** @throws AssayError ERR_TARGET_UNAVAILABLE when there is no such device, or it cannot be used */
  constructor(name: string) {
    this.#name = name;
    const description = found(name);
    const why = obstacle(name, description, surroundingsOf(name));
    if (why !== undefined) throw unavailable(name, why);
    this.#index = description.index;
    this.#wire = new SharedWire([new TimedFile(socketOn(name, description.index))]);
  }

  visit(key: number): Visit {
    const mailbox = this.#wire.open(key);
    return {
      send: (datagram) => {
        try {
          return this.#wire.send(datagram, 0);
        } catch (cause) {
          throw this.loss() ?? cause;
        }
      },
      receive: async (within) => {
        try {
          return await mailbox.receive(within);
        } catch (cause) {
          throw this.loss() ?? cause;
        }
      },
      leave: () => this.#wire.forget(key),
    };
  }

  /** What has become of the device; undefined while all is well. The first answer stands. */
  loss(): IutFault | AssayError | undefined {
    this.#loss ??= this.#look();
    return this.#loss;
  }

  close(): void {
    this.#wire.close();
  }

  #look(): IutFault | AssayError | undefined {
    let now: Description;
    try {
      now = describe(libc(), this.#name);
    } catch (cause) {
      if (!(cause instanceof SystemCallError)) throw cause;
      return this.#ended(`is gone (${cause.code})`);
    }
    if (now.index !== this.#index) return this.#ended('is gone, and another has its name');
    if (!now.isUp) return unavailable(this.#name, `${this.#name} was taken down while it was judged`);
    return now.isRunning ? undefined : this.#ended('is held by no program any more');
  }

  #ended(how: string): IutFault {
    return new IutFault('iut-exited', `its device ${this.#name} ${how}: the stack has ended, or closed it`);
  }
}

function found(name: string): Description {
  try {
    return describe(libc(), name);
  } catch (cause) {
    if (!(cause instanceof SystemCallError)) throw unavailable(name, `no system calls here: ${cause}`, cause);
    const text = `there is no ${name} in this network namespace (${cause.code}); start the stack, and Assay beside it: ip netns exec NAMESPACE assay run ...`;
    throw unavailable(name, text, cause);
  }
}

function socketOn(name: string, index: number): PacketSocket {
  try {
    return new PacketSocket(libc(), name, index);
  } catch (cause) {
    const { code } = cause as SystemCallError;
    throw unavailable(
      name,
      `this user may not open a packet socket (${code}); run as root, or with CAP_NET_RAW`,
      cause,
    );
  }
}

function unavailable(name: string, text: string, cause?: unknown): AssayError {
  return new AssayError('ERR_TARGET_UNAVAILABLE', `--target tun:${name}: ${text}`, { cause });
}

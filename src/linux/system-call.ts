/**
 * How the C library is called: through koffi, which is loaded by the first call and by nothing else, on the calling thread.
 * A call that the kernel refuses throws.
 */
import { createRequire } from 'node:module';

/** A call that the kernel refused, with the name that C gives the reason: EPERM, ENODEV. */
export class SystemCallError extends Error {
  readonly syscall: string;
  readonly code: string;

  constructor(syscall: string, code: string) {
    super(`${syscall}: ${code}`);
    this.name = 'SystemCallError';
    this.syscall = syscall;
    this.code = code;
  }
}

type Koffi = typeof import('koffi');

export interface System {
  readonly koffi: Koffi;
  /** The function of that prototype in the C library. */
  func(prototype: string): ReturnType<ReturnType<Koffi['load']>['func']>;
  /** `result`, unless it is negative. @throws SystemCallError */
  done(result: number, what: string): number;
  /** The same, but undefined where one that may not wait would have had to, or was interrupted. @throws SystemCallError */
  doneAtOnce(result: number, what: string): number | undefined;
}

let loaded: System | undefined;

/** @throws Error when koffi has no build for this machine */
export function system(): System {
  loaded ??= load();
  return loaded;
}

function load(): System {
  const koffi = createRequire(import.meta.url)('koffi') as Koffi;
  const library = koffi.load(null);
  const names = new Map(Object.entries(koffi.os.errno).map(([name, number]) => [number, name]));
  const { EAGAIN, EINTR, EINPROGRESS } = koffi.os.errno;
  const done = (result: number, what: string): number => {
    if (result >= 0) return result;
    const number = koffi.errno();
    throw new SystemCallError(what, names.get(number) ?? `errno ${number}`);
  };
  return {
    koffi,
    func: (prototype) => library.func(prototype),
    done,
    doneAtOnce: (result, what) => {
      const isLater = result < 0 && [EAGAIN, EINTR, EINPROGRESS].includes(koffi.errno());
      return isLater ? undefined : done(result, what);
    },
  };
}

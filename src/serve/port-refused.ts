/** A port of this machine that cannot be had: one line that says why, and what to do. */
import { AssayError } from '../contract/assay-error.ts';

const NO_ADDRESS: ReadonlySet<string> = new Set(['EADDRNOTAVAIL', 'ENOTFOUND', 'EINVAL']);

/** @param cause what the socket said */
export function portRefused(command: string, address: string, port: number, cause: unknown): AssayError {
  const { code = String(cause) } = cause as NodeJS.ErrnoException;
  return new AssayError('ERR_TARGET_UNAVAILABLE', `${command}: ${reason(address, port, code)}`, { cause });
}

function reason(address: string, port: number, code: string): string {
  if (NO_ADDRESS.has(code)) return `${address} is no address of this machine (${code})`;
  const why = code === 'EADDRINUSE' ? 'somebody else serves there' : code;
  return `port ${port} of ${address} cannot be had (${why}); choose another, or 0 for any that is free`;
}

/**
 * The context of a codec from addresses as JSON carries them: in requests of the adapter contract, fixtures and on the
 * command line.
 */
import type { Context } from './codec.ts';
import { addressFrom } from './runtime/values.ts';

/** Dotted addresses of the datagram around a layer. */
export interface Addresses {
  readonly source: string;
  readonly destination: string;
}

/** @throws TypeError that names the member which is no dotted address */
export function contextOf({ source, destination }: Addresses): Required<Pick<Context, 'source' | 'destination'>> {
  return { source: addressFrom(source, 'source'), destination: addressFrom(destination, 'destination') };
}

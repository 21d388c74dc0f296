/** Addresses for a seat at an implementation in real time, which may remember whom it has spoken with. */
import { AssayError } from '../../contract/assay-error.ts';
import { type Addresses, nextAddresses } from '../topology.ts';

/** @throws AssayError ERR_TARGET_UNAVAILABLE when there are no more in this process */
export function unusedAddresses(): Addresses {
  try {
    return nextAddresses();
  } catch (cause) {
    throw new AssayError('ERR_TARGET_UNAVAILABLE', 'every tester address was used once; run again for more', { cause });
  }
}

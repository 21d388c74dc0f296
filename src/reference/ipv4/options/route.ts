/**
 * Lists of addresses in options (RFC 791 section 3.1): a route that is recorded, and one that is to be taken. Both are
 * changed where they stand, in a copy of the datagram; the caller mends the checksum.
 */
import type { OptionFault, OptionPlace } from './walk.ts';

/** From the start of the option; the smallest pointer, 4, means the octet behind it (RFC791-OPT-5). */
const [LENGTH_AT, POINTER_AT] = [1, 2];
const SMALLEST_POINTER = 4;
const FIRST_ADDRESS_AT = SMALLEST_POINTER - 1;
const ADDRESS_OCTETS = 4;

interface Slot {
  /** Octet of the datagram at which the pointer points. */
  readonly at: number;
}

/** Where the next address stands or goes; undefined when the route is used up or full (RFC791-OPT-6). */
export function nextSlot(view: DataView, { at, length }: OptionPlace): Slot | OptionFault | undefined {
  if (length < FIRST_ADDRESS_AT) return { faultAt: at + LENGTH_AT };
  const pointer = view.getUint8(at + POINTER_AT);
  const isShort = pointer <= length && length - pointer + 1 < ADDRESS_OCTETS;
  if (pointer < SMALLEST_POINTER || isShort) return { faultAt: at + POINTER_AT };
  // A row of addresses that ends in a part of one is no route, full or not.
  if ((length - FIRST_ADDRESS_AT) % ADDRESS_OCTETS !== 0) return { faultAt: at + LENGTH_AT };
  if (pointer > length) return undefined;
  return { at: at + pointer - 1 };
}

/** Writes an address into the slot and moves the pointer on. */
export function fill(view: DataView, { at }: OptionPlace, slot: Slot, address: number): void {
  view.setInt32(slot.at, address);
  view.setUint8(at + POINTER_AT, view.getUint8(at + POINTER_AT) + ADDRESS_OCTETS);
}

/** The addresses up to the pointer: those that a datagram has come by. */
export function taken(view: DataView, { at, length }: OptionPlace): readonly number[] {
  const end = at + Math.min(view.getUint8(at + POINTER_AT) - 1, length);
  const addresses: number[] = [];
  for (let each = at + FIRST_ADDRESS_AT; each + ADDRESS_OCTETS <= end; each += ADDRESS_OCTETS) {
    addresses.push(view.getInt32(each));
  }
  return addresses;
}

/** The octets of a source route that is still to be taken. */
export function routeOption(type: number, addresses: readonly number[]): Uint8Array {
  const option = new Uint8Array(FIRST_ADDRESS_AT + ADDRESS_OCTETS * addresses.length);
  option.set([type, option.length, SMALLEST_POINTER]);
  const view = new DataView(option.buffer);
  addresses.forEach((address, index) => {
    view.setInt32(FIRST_ADDRESS_AT + ADDRESS_OCTETS * index, address);
  });
  return option;
}

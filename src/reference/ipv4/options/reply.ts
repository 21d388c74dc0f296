/**
 * The options of an echo reply (RFC 1122 section 3.2.2.6): a recorded route and timestamps come back with this host in
 * them, so that they tell of the whole round trip; a source route comes back reversed. Other options are left out.
 */

import { viewOf } from '../../../wire/runtime/octets.ts';
import type { Datagram } from '../datagram.ts';
import { routeOption, taken } from './route.ts';
import type { Stamp } from './timestamp.ts';
import { mark } from './transit.ts';
import {
  isFault,
  isSourceRoute,
  type OptionFault,
  type OptionPlace,
  optionsOf,
  RECORD_ROUTE,
  TIMESTAMP,
} from './walk.ts';

export interface ReplyOptions {
  readonly octets: Uint8Array;
  /** Where the reply is sent first: the asker, or the last stop of the route that the request took. */
  readonly towards: number;
}

/** @returns a fault of the record or of the timestamps: then the request is discarded (RFC 791 section 3.1). */
export function replyOptions(
  request: Datagram,
  options: readonly OptionPlace[],
  by: Stamp,
): ReplyOptions | OptionFault {
  const asker = request.header.source;
  const copy = request.octets.slice(0, request.headerLength);
  const view = viewOf(copy);
  // RFC1122-ECHO-5: a record that has no room for one more is returned as it came.
  const fault = mark(view, options, by);
  if (fault !== undefined) return fault;
  const kept = options.filter(({ type }) => type === RECORD_ROUTE || type === TIMESTAMP);
  const parts = kept.map(({ at, length }) => copy.subarray(at, at + length));
  const route = options.find(isSourceRoute);
  if (route === undefined) return { octets: joined(parts), towards: asker };
  const back = turned(route, taken(view, route), asker);
  return { octets: joined([back.octets, ...parts]), towards: back.towards };
}

/** The way back of a datagram that came by a source route, for a transport to send by; undefined when it came by none. */
export function returnRoute(datagram: Datagram): ReplyOptions | undefined {
  const options = optionsOf(datagram);
  const route = isFault(options) ? undefined : options.find(isSourceRoute);
  return route && turned(route, taken(viewOf(datagram.octets), route), datagram.header.source);
}

function turned({ type }: OptionPlace, stops: readonly number[], asker: number): ReplyOptions {
  const [towards = asker, ...further] = backward(stops, asker);
  return { octets: further.length === 0 ? new Uint8Array() : routeOption(type, further), towards };
}

/** RFC1122-OPT-7: some senders write themselves into the route as well; they are no stop of their own. */
function backward(stops: readonly number[], asker: number): readonly number[] {
  const [first, ...others] = stops;
  return [...(first === asker ? others : stops)].reverse().concat(asker);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const octets = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    octets.set(part, at);
    at += part.length;
  }
  return octets;
}

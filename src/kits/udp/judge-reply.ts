/** Judges an answer of the UDP echo service by one field each, so that what is wrong is said by the rule that it breaks. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { INTERFACES } from '../../harness/topology.ts';
import { UDP } from '../ipv4/datagram.ts';
import { compareFields, compareOctets, locate } from '../ipv4/difference.ts';
import type { Seen } from '../ipv4/seen.ts';
import { checksumOf, type UdpProbe } from './datagram.ts';
import { type UdpSeen, udpIn } from './seen.ts';

const ALL_ONES = 0xffff;

/** @throws Unmet */
export function assertProtocol(reply: Seen): void {
  throwIf(compareFields([['protocol', UDP]], reply.header, reply));
}

/** The port that asked; from which one, no clause says. @throws Unmet */
export function assertPort(reply: Seen, { sourcePort }: UdpProbe): void {
  const answer = whole(reply);
  throwIf(compareFields([['destinationPort', sourcePort]], { ...answer }, answer));
}

/** @throws Unmet */
export function assertLength(reply: Seen): void {
  const answer = whole(reply);
  throwIf(compareFields([['length', answer.octets.length]], { ...answer }, answer));
}

/** @throws Unmet */
export function assertData(reply: Seen, data: Uint8Array): void {
  const answer = whole(reply);
  throwIf(compareOctets('data', data, answer.data, answer.exchange, answer.dataAt));
}

/** @throws Unmet */
export function assertHasChecksum(reply: Seen): void {
  const answer = whole(reply);
  if (answer.checksum !== 0) return;
  throwIf({
    expected: ['a checksum'],
    actual: 'a checksum field of zero, which says that there is none',
    difference: locate('checksum', 'not 0x0000', '0x0000', answer),
  });
}

/** Only of an answer that has one. @throws Unmet, Inconclusive */
export function assertChecksum(reply: Seen): void {
  const answer = whole(reply);
  if (answer.checksum === 0) throw new Inconclusive('precondition', 'the answer has no checksum');
  if (checksumLeft(reply, answer) === 0) return;
  const actual = `0x${answer.checksum.toString(16).padStart(4, '0')}`;
  const expected = 'right over pseudo-header, header and data';
  throwIf({
    expected: [`a checksum that is ${expected}`],
    actual: `checksum ${actual}`,
    difference: locate('checksum', expected, actual, answer),
  });
}

/** Of an answer whose sum comes to all ones without its checksum. @throws Unmet, Inconclusive */
export function assertAllOnes(reply: Seen): void {
  const answer = whole(reply);
  const withNone = answer.octets.slice();
  withNone.fill(0, 6, 8);
  if (checksumLeft(reply, { ...answer, octets: withNone }) !== 0 || ![0, ALL_ONES].includes(answer.checksum)) {
    throw new Inconclusive('precondition', 'the checksum of the answer does not come to zero');
  }
  throwIf(compareFields([['checksum', ALL_ONES]], { ...answer }, answer));
}

/** @throws Unmet */
export function assertOwnSource(reply: Seen): void {
  const { source = 'none' } = reply.header;
  const own: readonly string[] = INTERFACES.map(({ address }) => address);
  if (own.includes(source)) return;
  throwIf({
    expected: own.map((address) => `source ${address}`),
    actual: `source ${source}`,
    difference: locate('source', own.join(' or '), source, reply),
  });
}

/** Zero when the checksum is right. @throws Inconclusive */
function checksumLeft({ header: { source = '', destination = '' } }: Seen, { length, octets }: UdpSeen): number {
  if (length !== octets.length) throw new Inconclusive('precondition', 'the length of the answer is wrong');
  return checksumOf(octets, { source, destination, protocol: UDP, length });
}

function whole(reply: Seen): UdpSeen {
  const answer = udpIn(reply);
  if (answer === undefined) throw new TypeError('what was taken for an answer has no UDP header');
  return answer;
}

function throwIf(mismatch: ConstructorParameters<typeof Unmet>[0] | undefined): void {
  if (mismatch !== undefined) throw new Unmet(mismatch);
}

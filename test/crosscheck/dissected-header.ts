/** A header by tshark and by us: every field, its options one by one, the verdict on its checksum. */
import { expect } from 'vitest';
import { type Ipv4Header, ipv4Header } from '../../src/generated/ipv4/header.ts';
import { each, only, plain, type Row } from './tshark.ts';

const FIELDS: Readonly<Record<string, (header: Ipv4Header) => number | string>> = {
  'ip.version': ({ version }) => version,
  'ip.hdr_len': ({ ihl }) => ihl * 4,
  'ip.dsfield.dscp': ({ dscp }) => dscp,
  'ip.dsfield.ecn': ({ ecn }) => ecn,
  'ip.len': ({ totalLength }) => totalLength,
  'ip.id': ({ identification }) => identification,
  'ip.flags.rb': ({ reserved }) => Number(reserved),
  'ip.flags.df': ({ dontFragment }) => Number(dontFragment),
  'ip.flags.mf': ({ moreFragments }) => Number(moreFragments),
  'ip.ttl': ({ timeToLive }) => timeToLive,
  'ip.proto': ({ protocol }) => protocol,
  'ip.checksum': ({ headerChecksum }) => headerChecksum,
  'ip.src': ({ source }) => source,
  'ip.dst': finalDestination,
};

interface AnyOption {
  readonly type: number;
  readonly length?: number;
  readonly pointer?: number;
  readonly overflow?: number;
  readonly flag?: number;
  readonly value?: number;
  readonly streamId?: number;
  readonly entries?: string;
  readonly route?: string;
}

const OPTION_FIELDS: Readonly<Record<string, (option: AnyOption) => readonly (number | undefined)[]>> = {
  'ip.opt.type': ({ type }) => [type],
  'ip.opt.len': ({ length }) => [length],
  'ip.opt.ptr': ({ pointer }) => [pointer],
  'ip.opt.overflow': ({ overflow }) => [overflow],
  'ip.opt.flag': ({ flag }) => [flag],
  'ip.opt.ra': ({ value }) => [value],
  'ip.opt.sid': ({ streamId }) => [streamId],
  'ip.opt.time_stamp': ({ flag, entries }) => timesOf(flag, entries),
};

/** Both versions that are about: as a number of units, and as a number of octets. */
const OFFSET = 'ip.frag_offset';
const STATUS = 'ip.checksum.status';
/** tshark shows no type and no length of an option that it has no name for; these are the ones that we have. */
const NAMED = [0, 1, 7, 68, 130, 131, 136, 137, 148];

export const headerColumns: readonly string[] = [...Object.keys(FIELDS), ...Object.keys(OPTION_FIELDS), OFFSET, STATUS];

/** `headers`: the datagram's own, and behind it the one that an ICMP error quotes; whose checksum is not looked at. */
export function expectHeaders(row: Row, headers: readonly Uint8Array[]): void {
  const observed = headers.map((octets) => ipv4Header.observe(octets));
  const values = observed.map(({ value }) => value as Ipv4Header);
  expect(only(row, FIELDS, plain)).toEqual(each(FIELDS, (ours) => values.map(ours)));
  const offsets = values.map(({ fragmentOffset }) => fragmentOffset);
  expect([offsets, offsets.map((units) => units * 8)]).toContainEqual(row[OFFSET]?.map(Number));
  // Options that we refuse have no fields that could be held against anybody's.
  if (!observed.some(({ faults }) => faults.some(({ kind }) => kind === 'list'))) expectOptions(row, values);
  const isWrong = observed[0]?.faults.some(({ kind }) => kind === 'checksum');
  expect(row[STATUS]?.[0], STATUS).toBe(isWrong ? '0' : '1');
}

function expectOptions(row: Row, headers: readonly Ipv4Header[]): void {
  const options = headers
    .flatMap((header) => header.options as readonly AnyOption[])
    .filter(({ type }) => NAMED.includes(type));
  const ours = each(OPTION_FIELDS, (of) => options.flatMap(of).filter((value) => value !== undefined));
  expect(only(row, OPTION_FIELDS, Number)).toEqual(ours);
}

/** Words that are times: all, or the second of each pair, the first being an address (flags 1 and 3). */
function timesOf(flag = 0, entries = ''): number[] {
  const words = (entries.match(/.{8}/g) ?? []).map((word) => Number.parseInt(word, 16));
  return flag === 1 || flag === 3 ? words.filter((_, place) => place % 2 === 1) : words;
}

/** tshark shows where a source route ends as the destination, as long as the route is not used up. */
function finalDestination({ destination, options }: Ipv4Header): string {
  const route = (options as readonly AnyOption[]).find(({ type }) => type === 131 || type === 137);
  const { length = 0, pointer = 0, route: addresses = '' } = route ?? {};
  if (pointer >= length) return destination;
  return Buffer.from(addresses.slice(-8), 'hex').join('.');
}

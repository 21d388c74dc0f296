/** Verdicts on how a client lets peers in, sends to them, and takes what they send: RFC 8656 sections 10 to 12. */
import { Inconclusive, Unmet } from '../../../harness/outcome.ts';
import type { TransportAddress } from '../../../harness/surface.ts';
import { addressInWords, sameAddress } from '../addresses.ts';
import { METHODS } from '../attribute-types.ts';
import { addressIn, find, findAll } from '../read-message.ts';
import { channelIn, peersIn } from './allocations.ts';
import { unmetAt } from './unmet.ts';
import { fateOf, type Heard, isDelete, messagesOf, oddAnswer, type Said, transactionsOf, type Visit } from './visit.ts';

const SECOND = 1_000_000;
/** RFC 8656 sections 9 and 12, and how long a number must rest after that. */
const PERMISSION = 300 * SECOND;
const CHANNEL = 600 * SECOND;
const REST = 300 * SECOND;

/** TURN-P-05 */
export function judgePermissionRequests(visit: Visit): void {
  const requests = messagesOf(visit, 'request', 'CreatePermission');
  if (requests.length === 0) throw new Inconclusive('precondition', `no CreatePermission came: ${fateOf(visit)}`);
  for (const heard of requests) {
    const attributes = findAll(heard.message, 'XOR-PEER-ADDRESS');
    if (attributes.length === 0) throw unmetAt(heard, 'XOR-PEER-ADDRESS', 'one at least', 'none');
    const other = attributes.find(({ value }) => value[1] !== 1);
    if (other !== undefined)
      throw unmetAt(heard, 'XOR-PEER-ADDRESS', 'an IPv4 address', `family ${other.value[1]}`, other);
  }
}

/** TURN-S-01: each has a peer and data, and the peer was let in. */
export function judgeSends(visit: Visit, isNeeded: boolean): void {
  const sends = messagesOf(visit, 'indication', 'Send');
  if (isNeeded && sends.length === 0) throw new Inconclusive('precondition', `nothing was sent: ${fateOf(visit)}`);
  for (const heard of sends) {
    const peer = addressIn(heard.message, 'XOR-PEER-ADDRESS');
    if (peer === undefined) throw unmetAt(heard, 'XOR-PEER-ADDRESS', 'the address of a peer', 'none');
    if (find(heard.message, 'DATA') === undefined) throw unmetAt(heard, 'DATA', 'DATA', 'none');
    if (!isLetIn(visit, heard, peer)) {
      throw unmetAt(heard, 'message', `a permission for ${peer.address} before`, 'none that is in force');
    }
  }
}

/** By a success that the client has had. */
function isLetIn(visit: Visit, { at }: Heard, { address }: TransportAddress): boolean {
  return visit.said.some(({ to, code, at: told }) => {
    const { method } = to.message;
    if (code !== 'success' || (method !== METHODS.CreatePermission && method !== METHODS.ChannelBind)) return false;
    const isEarlier = told.earliest <= at.latest && at.earliest <= told.latest + PERMISSION;
    return isEarlier && peersIn(to.message).some((peer) => peer.address === address);
  });
}

/** Something was sent at a time when a permission of the beginning would be over. @throws Inconclusive */
export function requireLateSend(visit: Visit): void {
  const [granted] = visit.said.filter(({ to, code }) => code === 'success' && to.message.method === METHODS.Allocate);
  const late = messagesOf(visit, 'indication', 'Send').some(({ at }) => {
    return granted !== undefined && at.earliest > granted.at.latest + PERMISSION;
  });
  if (!late) throw new Inconclusive('precondition', `nothing was sent after five minutes: ${fateOf(visit)}`);
}

/** TURN-S-08, TURN-S-09: of two texts that came the client hands out the one that its peer has sent. */
export function judgeHandedOut(visit: Visit, wanted: string, unwanted: string): void {
  if (visit.done === undefined) throw new Inconclusive('fence', 'the client is still under way');
  const output = new TextDecoder().decode(visit.done.output);
  if (!output.includes(wanted))
    throw new Inconclusive('fence', `what the peer sent was not handed out; ${fateOf(visit)}`);
  if (unwanted === '' || !output.includes(unwanted)) return;
  throw new Unmet({ expected: ['what the peer has sent, and nothing else'], actual: `"${output}"` });
}

interface Bound {
  readonly channel: number;
  readonly peer: TransportAddress;
  readonly said: Said;
}

/** TURN-C-08: one number a peer and one peer a number, until five minutes after the end. */
export function judgeChannels(visit: Visit, least: number): void {
  const requests = transactionsOf(visit, 'ChannelBind').map(({ first }) => first);
  if (requests.length < least)
    throw new Inconclusive('precondition', `${requests.length} ChannelBind requests came: ${fateOf(visit)}`);
  for (const heard of requests) {
    const [channel, peer] = [channelIn(heard.message), addressIn(heard.message, 'XOR-PEER-ADDRESS')];
    if (channel === undefined || peer === undefined)
      throw unmetAt(heard, 'ChannelBind', 'a channel and a peer', 'less');
    const other = boundBefore(visit, heard).find((each) => (each.channel === channel) !== sameAddress(each.peer, peer));
    if (other === undefined) continue;
    const expected = `0x${other.channel.toString(16)} and ${addressInWords(other.peer)} together`;
    throw unmetAt(heard, 'CHANNEL-NUMBER', expected, `0x${channel.toString(16)} to ${addressInWords(peer)}`);
  }
}

/** On the same 5-tuple, and not yet forgotten. */
function boundBefore(visit: Visit, { at, exchange, from, place }: Heard): readonly Bound[] {
  const isGone = ({ to }: Said): boolean =>
    visit.heard.some((each) => isDelete(each) && each.exchange > to.exchange && each.exchange < exchange);
  return visit.said.flatMap((said) => {
    const { to, code } = said;
    const [channel, peer] = [channelIn(to.message), addressIn(to.message, 'XOR-PEER-ADDRESS')];
    const isHere = to.exchange < exchange && to.from.port === from.port && to.place === place && !isGone(said);
    const isBound = code === 'success' && to.message.method === METHODS.ChannelBind;
    const lasts = at.latest < said.at.earliest + CHANNEL + REST;
    return isHere && isBound && lasts && channel !== undefined && peer !== undefined ? [{ channel, peer, said }] : [];
  });
}

/** TURN-C-17: the allocation is given back, and another one asked for. */
export function judgeAfresh(visit: Visit): void {
  const odd = oddAnswer(visit);
  const later = visit.heard.filter(({ exchange }) => exchange > odd.to.exchange);
  const deleted = later.find(isDelete);
  if (deleted === undefined) {
    throw new Unmet({
      expected: ['the allocation deleted'],
      actual: `${later.length} messages, and no deletion; ${fateOf(visit)}`,
    });
  }
  const anew = messagesOf(visit, 'request', 'Allocate').some(({ exchange }) => exchange > deleted.exchange);
  // Another port is another 5-tuple, on which nobody need wait for the deletion.
  const elsewhere = messagesOf(visit, 'request', 'Allocate').some(({ exchange }) => exchange > odd.to.exchange);
  if (!anew && !elsewhere) throw new Unmet({ expected: ['a new allocation'], actual: `none; ${fateOf(visit)}` });
}

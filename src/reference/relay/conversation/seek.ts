/**
 * Paths to somebody: directly where the other is seen, over the relays where it holds reservations, over one's own relays to
 * those. The directory is asked where the other is, if it is there to be asked.
 */
import { fromHex } from '../../../contract/hex.ts';
import { attribute, type Voucher } from '../attributes.ts';
import { type Contact, learn, placeOf } from '../client/contacts.ts';
import { directorySession } from '../client/login.ts';
import { whereIs } from '../client/neighbours.ts';
import { relaySessions } from '../client/places.ts';
import { nameHex } from '../directory/accounts.ts';
import { endpointOf, isSameEndpoint } from '../endpoint.ts';
import { MAPPING } from '../reach/verdict.ts';
import { type Dialled, dial, PUNCHING } from '../session/dial.ts';
import { keep } from '../session/keep-alive.ts';
import { request } from '../session/request.ts';
import type { Session } from '../session/sessions.ts';
import { SECOND } from '../settings.ts';
import { type NodeState, nodeId, seconds } from '../state.ts';
import { callOff } from '../timers.ts';
import { TYPE } from '../types.ts';
import type { Conversation } from './conversation.ts';
import { end } from './end.ts';
import { openOver } from './open.ts';
import { echoAll } from './paths.ts';

/** Relays of the other that are tried at a time. */
const RELAYS = 3;
/** Seconds between looks for more paths while there is none, or only one. */
const SEEK_EVERY = 2;

/** The opener looks for paths. */
export function seek(state: NodeState, conversation: Conversation): void {
  const contact = state.contacts.byName.get(conversation.name);
  if (
    contact === undefined ||
    !conversation.isOpener ||
    conversation.state === 'ENDED' ||
    conversation.words.length === 0
  )
    return;
  const present = state.sessions.with(conversation.peer);
  if (present) openOver(state, conversation, present);
  else punch(state, conversation);
  for (const voucher of liveVouchers(state, contact)) openOverRelay(state, conversation, contact, voucher);
}

function liveVouchers(state: NodeState, { vouchers }: Contact): Voucher[] {
  return vouchers.filter(({ expires }) => expires > seconds(state)).slice(0, RELAYS);
}

/** Asks the directory, which also tells the other one that it is wanted. */
export function lookUp(state: NodeState, conversation: Conversation): void {
  const session = directorySession(state);
  if (session === undefined) return;
  const name = attribute('Name', { name: nameHex(conversation.name) });
  request(state, session, TYPE.LOOKUP, [name], (answer) => {
    if (answer?.type === TYPE.FOUND) learn(state, answer.attributes);
    if (conversation.paths.size === 0) seek(state, conversation);
  });
}

function openOverRelay(state: NodeState, conversation: Conversation, contact: Contact, voucher: Voucher): void {
  const id = nodeId(state.crypto, fromHex(voucher.relay));
  if (id === state.identity.id) return;
  const present = state.sessions.with(id);
  if (present) {
    keep(state, present);
    openOver(state, conversation, present, voucher);
    return;
  }
  const place = relayPlace(state, contact, voucher.relay, id);
  if (place === undefined) {
    openOverOwn(state, conversation, voucher);
    return;
  }
  if (state.seeking.has(id)) return;
  state.seeking.add(id);
  const arrived = (session: Session): void => {
    session.isRelay = true;
    keep(state, session);
    if (conversation.state !== 'ENDED') openOver(state, conversation, session, voucher);
  };
  dial(state, place, (session) => {
    state.seeking.delete(id);
    if (session) return arrived(session);
    dial(state, { ...place, endpoint: { ...place.endpoint, transport: 'tcp' } }, (overTcp) => {
      if (overTcp) arrived(overTcp);
      else openOverOwn(state, conversation, voucher);
    });
  });
}

function relayPlace(state: NodeState, { records }: Contact, key: string, id: string): Dialled | undefined {
  const record = records.find(({ publicKey }) => publicKey === key);
  const endpoint = record && endpointOf(record);
  return endpoint ? { endpoint, key, id } : whereIs(state, key);
}

/** Over two relays: a neighbour of this node passes it on to the one that the voucher names (HPR-RES-07). */
function openOverOwn(state: NodeState, conversation: Conversation, voucher: Voucher): void {
  for (const session of relaySessions(state)) openOver(state, conversation, session, voucher);
}

/** HPR-PATH-04: both send at once to where the other is seen; three attempts a second apart, of four HELLOs each. */
export function punch(state: NodeState, conversation: Pick<Conversation, 'name' | 'peer'>): void {
  const contact = state.contacts.byName.get(conversation.name);
  if (contact?.pinned === undefined) return;
  const { pinned: key } = contact;
  const endpoint = placeOf(contact);
  if (endpoint === undefined || state.punching.has(conversation.peer)) return;
  if (state.sessions.with(conversation.peer) || isSameEndpoint(endpoint, state.reachability.seen)) return;
  state.punching.add(conversation.peer);
  const place = { endpoint, key, id: conversation.peer };
  const { punchAttempts, punchEvery } = state.settings;
  const times = Math.round((punchAttempts * punchEvery) / PUNCHING.every);
  const done = (session: Session | undefined): void => {
    state.punching.delete(conversation.peer);
    if (session) keep(state, session);
    else if (endpoint.transport === 'udp' && contact.presence?.mapping === MAPPING.public) dialOverTcp(state, place);
  };
  dial(state, place, done, { ...PUNCHING, times });
}

/** A public node is met over TCP too, where UDP is closed. */
function dialOverTcp(state: NodeState, place: Dialled): void {
  dial(state, { ...place, endpoint: { ...place.endpoint, transport: 'tcp' } }, (session) => {
    if (session) keep(state, session);
  });
}

/** A second has passed: echoes while they talk, more paths where there are too few, the end where there has been none. */
export function startTick(state: NodeState, conversation: Conversation): void {
  const { echoEvery, talkingFor, giveUp } = state.settings;
  let ticks = 0;
  const tick = (): void => {
    if (conversation.state === 'ENDED') return;
    ticks += 1;
    const isTalking = state.now - conversation.lastData < talkingFor * SECOND || conversation.out.isBusy;
    if (isTalking) echoAll(state, conversation);
    const isLost = conversation.active === undefined && conversation.next === undefined;
    if (isLost && conversation.isOpener && ticks % SEEK_EVERY === 0) {
      lookUp(state, conversation);
      seek(state, conversation);
    }
    if (isLost && state.now - conversation.alone >= giveUp * SECOND) {
      end(state, conversation);
      return;
    }
    conversation.tick = state.timers.at(state.now + echoEvery * SECOND, tick);
  };
  callOff(conversation.tick);
  conversation.tick = state.timers.at(state.now + echoEvery * SECOND, tick);
}

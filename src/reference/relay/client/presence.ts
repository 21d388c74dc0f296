/** Where this node is, told to its contacts over the directory, and over conversations while that is away. */
import { type Attribute, type SupernodeRecord, signed } from '../attributes.ts';
import { wireOf } from '../endpoint.ts';
import { MAPPING, mappingOf } from '../reach/verdict.ts';
import { request } from '../session/request.ts';
import { send } from '../session/send.ts';
import { SECOND } from '../settings.ts';
import { type NodeState, seconds } from '../state.ts';
import { callOff, type Timer } from '../timers.ts';
import { TYPE } from '../types.ts';
import { directorySession } from './login.ts';

export interface PresenceState {
  sequence: number;
  timer: Timer | undefined;
}

/** Several changes at once make one presence: in seconds. */
const SETTLING = 0.05;

/** Something has changed. */
export function presenceChanged(state: NodeState): void {
  callOff(state.presence.timer);
  state.presence.timer = state.timers.at(state.now + SETTLING * SECOND, () => publish(state));
}

function publish(state: NodeState): void {
  callOff(state.presence.timer);
  state.presence.timer = state.timers.at(state.now + state.settings.presenceEvery * SECOND, () => publish(state));
  sendPresence(state, true);
}

export function sayGoodbye(state: NodeState): void {
  callOff(state.presence.timer);
  sendPresence(state, false);
}

function sendPresence(state: NodeState, isOnline: boolean): void {
  const { login } = state;
  if (login?.certificate === undefined) return;
  const words = presenceWords(state, isOnline);
  const directory = directorySession(state);
  if (directory) request(state, directory, TYPE.PRESENCE, words, () => {});
  // Contacts that are neighbours hear it also without the directory (HPR-LOGIN-04).
  for (const { id } of state.contacts.byName.values()) {
    const session = id === undefined ? undefined : state.sessions.with(id);
    if (session) send(state, session, TYPE.PRESENCE, [login.certificate as Attribute, ...words]);
  }
}

function presenceWords(state: NodeState, isOnline: boolean): Attribute[] {
  const { crypto, identity, presence, settings, reachability } = state;
  presence.sequence = Math.max(presence.sequence + 1, seconds(state));
  const held = isOnline ? [...state.held.values()].filter(({ voucher }) => voucher !== undefined) : [];
  const place = reachability.seen ?? state.endpoints[0]!;
  const mapping = reachability.seen === undefined ? MAPPING.unknown : mappingOf(state);
  const statement = signed(crypto, identity.pair, 'Presence', {
    ...wireOf(place),
    sequence: presence.sequence,
    expires: seconds(state) + settings.presenceLife,
    status: isOnline ? 1 : 0,
    mapping,
    node: identity.id,
  });
  const records = held.map(({ record }) => record).filter((record): record is SupernodeRecord => record !== undefined);
  return [statement, ...held.map(({ voucher }) => voucher as unknown as Attribute), ...(records as Attribute[])];
}

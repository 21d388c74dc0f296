/** Contact lists and presences at the directory: a list for its owner, where somebody is for mutual contacts (HPR-CONT-01). */
import { type Attribute, all, attribute, find, isSigned } from '../attributes.ts';
import type { Header } from '../frame.ts';
import { request } from '../session/request.ts';
import { refuse, reply, send } from '../session/send.ts';
import type { Session } from '../session/sessions.ts';
import { type NodeState, seconds } from '../state.ts';
import { ERROR, TYPE } from '../types.ts';
import { areMutual, type Directory, nameFrom, nameHex, type Online } from './accounts.ts';

/** Standing of a contact on the wire. */
export const STANDING = { removed: 0, asked: 1, mutual: 2, asks: 3 } as const;
/** Contacts in one frame: of 64 octets at most, and 4 more. */
const IN_ONE_FRAME = 16;
/** Clocks may differ by so much. */
const LEEWAY = 5;

export function takeContacts(
  state: NodeState,
  directory: Directory,
  session: Session,
  header: Header,
  attributes: readonly Attribute[],
): void {
  const online = directory.nodes.get(session.peer);
  const own = online && directory.accounts.get(online.name)?.contacts;
  if (online === undefined || own === undefined) {
    refuse(state, session, header, ERROR.unauthenticated);
    return;
  }
  for (const { standing, name: hex } of all(attributes, 'Contact')) {
    const name = nameFrom(hex);
    if (standing === STANDING.removed) own.delete(name);
    else if (name !== online.name && own.size < state.settings.contactsMost)
      addContact(state, directory, online, own, name);
  }
  const listed = standings(directory, online.name, own);
  for (let at = 0; at <= listed.length; at += IN_ONE_FRAME) {
    reply(state, session, header, TYPE.CONTACT_LIST, listed.slice(at, at + IN_ONE_FRAME));
  }
}

function addContact(state: NodeState, directory: Directory, online: Online, own: Set<string>, name: string): void {
  if (own.has(name)) return;
  own.add(name);
  if (!areMutual(directory, online.name, name)) return;
  const other = directory.names.get(name);
  // Both may know now where the other is.
  if (other) {
    tellPresence(state, directory, other, online);
    tellPresence(state, directory, online, other);
  }
}

function standings(directory: Directory, owner: string, own: ReadonlySet<string>): Attribute[] {
  const listed = [...own].map((name) => {
    const standing = areMutual(directory, owner, name) ? STANDING.mutual : STANDING.asked;
    return attribute('Contact', { standing, name: nameHex(name) });
  });
  const asking = [...directory.accounts.values()].filter(({ name, contacts }) => contacts.has(owner) && !own.has(name));
  return [
    ...listed,
    ...asking.map(({ name }) => attribute('Contact', { standing: STANDING.asks, name: nameHex(name) })),
  ];
}

export function takePresenceAtDirectory(
  state: NodeState,
  directory: Directory,
  session: Session,
  header: Header,
  attributes: readonly Attribute[],
): void {
  const online = directory.nodes.get(session.peer);
  if (online === undefined) {
    refuse(state, session, header, ERROR.unauthenticated);
    return;
  }
  const presence = find(attributes, 'Presence');
  if (presence === undefined || presence.node !== session.peer || !isSigned(state.crypto, session.peerKey, presence)) {
    refuse(state, session, header, ERROR.badRequest);
    return;
  }
  reply(state, session, header, TYPE.OK);
  // HPR-PRES-01
  const isLive =
    presence.expires > seconds(state) && presence.expires <= seconds(state) + state.settings.presenceLife + LEEWAY;
  if (presence.sequence <= online.sequence || !isLive) return;
  const wasThere = isThere(state, online);
  online.sequence = presence.sequence;
  online.expires = presence.status === 1 ? presence.expires : 0;
  online.presence = attributes;
  for (const other of contactsOf(state, directory, online)) {
    tellPresence(state, directory, online, other);
    if (!wasThere && presence.status === 1) tellPresence(state, directory, other, online);
  }
}

function isThere(state: NodeState, { expires }: Online): boolean {
  return expires > seconds(state);
}

/** Mutual contacts that are there. */
function contactsOf(state: NodeState, directory: Directory, online: Online): Online[] {
  const own = directory.accounts.get(online.name)?.contacts ?? [];
  return [...own].flatMap((name) => {
    const other = directory.names.get(name);
    return other && isThere(state, other) && areMutual(directory, online.name, name) ? [other] : [];
  });
}

/** Tells `listener` where `about` is. */
function tellPresence(state: NodeState, directory: Directory, about: Online, listener: Online): void {
  const session = state.sessions.with(listener.peer);
  const certificate = directory.accounts.get(about.name)?.certificate;
  if (session === undefined || certificate === undefined || about.presence.length === 0) return;
  request(state, session, TYPE.PRESENCE, [certificate as Attribute, ...about.presence], () => {});
}

export function takeLookup(
  state: NodeState,
  directory: Directory,
  session: Session,
  header: Header,
  attributes: readonly Attribute[],
): void {
  const asker = directory.nodes.get(session.peer);
  if (asker === undefined) {
    refuse(state, session, header, ERROR.unauthenticated);
    return;
  }
  const name = nameFrom(find(attributes, 'Name')?.name ?? '');
  const wanted = directory.names.get(name);
  const certificate = directory.accounts.get(name)?.certificate;
  if (
    wanted === undefined ||
    certificate === undefined ||
    !areMutual(directory, asker.name, name) ||
    !isThere(state, wanted)
  ) {
    refuse(state, session, header, ERROR.notFound);
    return;
  }
  reply(state, session, header, TYPE.FOUND, [certificate as Attribute, ...wanted.presence]);
  tellWhoAsks(state, directory, asker, wanted);
}

/** So that both try a direct path at once. */
function tellWhoAsks(state: NodeState, directory: Directory, asker: Online, wanted: Online): void {
  const session = state.sessions.with(wanted.peer);
  const certificate = directory.accounts.get(asker.name)?.certificate;
  if (session === undefined || certificate === undefined || !isThere(state, asker)) return;
  send(state, session, TYPE.FOUND, [certificate as Attribute, ...asker.presence]);
}

/** Who hears what: the parts of a node do not know each other, they tell what has happened, and here it is passed on. */
import { attribute } from './attributes.ts';
import { placeOf, takeContactList } from './client/contacts.ts';
import { directoryLost, directorySession } from './client/login.ts';
import { adopt, tendNeighbours } from './client/neighbours.ts';
import { presenceChanged } from './client/presence.ts';
import { relayLost, reserveWhereNeeded } from './client/reserve.ts';
import { openOver } from './conversation/open.ts';
import { neighbourLost } from './conversation/paths.ts';
import { lookUp, punch, seek } from './conversation/seek.ts';
import { nameHex } from './directory/accounts.ts';
import { STANDING } from './directory/contacts.ts';
import { isSameEndpoint } from './endpoint.ts';
import { look, mappingOf } from './reach/verdict.ts';
import { request } from './session/request.ts';
import type { Session } from './session/sessions.ts';
import type { NodeState, Told } from './state.ts';
import { dropCircuitsOver } from './supernode/relay.ts';
import { endAllReservations } from './supernode/reservations.ts';
import { announceTo, reconsider } from './supernode/role.ts';
import { TYPE } from './types.ts';

export function listenTo(state: NodeState): void {
  const told: Told = {
    sessionBegun: (session) => sessionBegun(state, session),
    sessionOver: (session) => sessionOver(state, session),
    observed: (session, before) => {
      if (isSameEndpoint(before, session.observed)) return;
      placeChanged(state);
    },
    verdictChanged: () => {
      reconsider(state);
      presenceChanged(state);
      reserveWhereNeeded(state);
    },
    serviceEnded: () => endAllReservations(state),
    loginEnded: (error) => loginEnded(state, error),
    contactMoved: (contact) => {
      const conversation = contact.id === undefined ? undefined : state.conversations.byPeer.get(contact.id);
      if (conversation?.isOpener) seek(state, conversation);
    },
    contactAsks: (contact) => {
      if (contact.id === undefined || placeOf(contact) === undefined) return;
      punch(state, { name: contact.name, peer: contact.id });
    },
    seeking: (conversation) => {
      lookUp(state, conversation);
      seek(state, conversation);
    },
  };
  state.told = told;
}

/** What neighbours see of this node is not what it was. */
function placeChanged(state: NodeState): void {
  const before = mappingOf(state);
  const { seen } = state.reachability;
  look(state);
  const isChanged = !isSameEndpoint(seen, state.reachability.seen) || before !== mappingOf(state);
  if (isChanged) presenceChanged(state);
}

function sessionBegun(state: NodeState, session: Session): void {
  if (state.bootstrap.some(({ id }) => id === session.peer)) session.isRelay = true;
  if (state.view.records.has(session.peer)) session.isRelay = true;
  announceTo(state, session);
  placeChanged(state);
  if (session.isRelay && session.isKept) adopt(state, session);
  const conversation = state.conversations.byPeer.get(session.peer);
  if (conversation?.isOpener && conversation.words.length > 0) openOver(state, conversation, session);
}

function sessionOver(state: NodeState, session: Session): void {
  if (state.login) directoryLost(state, state.login, session);
  relayLost(state, session.peer);
  dropCircuitsOver(state, session.peer);
  for (const conversation of state.conversations.byPeer.values()) neighbourLost(state, conversation, session.peer);
  if (session.isRelay) tendNeighbours(state);
}

function loginEnded(state: NodeState, error: number | undefined): void {
  const session = directorySession(state);
  if (error !== undefined || session === undefined) return;
  const wanted = [...state.contacts.byName.values()].filter(({ standing }) => standing !== STANDING.asks);
  const words = wanted.map(({ name }) => attribute('Contact', { standing: STANDING.asked, name: nameHex(name) }));
  request(state, session, TYPE.CONTACTS, words.slice(0, MOST_AT_ONCE), (answer) => {
    if (answer?.type === TYPE.CONTACT_LIST) takeContactList(state, session, answer.attributes);
    // Somebody whose list is not here yet would be told of contacts that it does not know.
    presenceChanged(state);
  });
  reserveWhereNeeded(state);
}

/** Names in one frame. */
const MOST_AT_ONCE = 16;

/**
 * The side of a probe that helps: has somebody dial the node who it has never sent to, and signs that the probe came back
 * (HPR-REACH-02). Everybody does this for everybody.
 */
import { type Attribute, attribute, find, signed } from '../attributes.ts';
import { endpointOf, wireOf } from '../endpoint.ts';
import type { Header } from '../frame.ts';
import { request } from '../session/request.ts';
import { refuse, reply, send, sendBare } from '../session/send.ts';
import type { Session } from '../session/sessions.ts';
import { SECOND } from '../settings.ts';
import { type NodeState, seconds } from '../state.ts';
import { callOff, type Timer } from '../timers.ts';
import { ERROR, TYPE } from '../types.ts';
import { probeArrived } from './verdict.ts';

/** A probe that is out for a neighbour. */
interface Probing {
  readonly session: Session;
  readonly header: Header;
  readonly timer: Timer;
}

export interface Prober {
  /** By token. */
  readonly out: Map<string, Probing>;
}

/** Helpers that are asked one after the other. */
const HELPERS = 3;

export function takeProbeMe(
  state: NodeState,
  session: Session,
  header: Header,
  attributes: readonly Attribute[],
): void {
  const token = find(attributes, 'Token')?.token;
  if (token === undefined) {
    refuse(state, session, header, ERROR.badRequest);
    return;
  }
  if (session.endpoint.transport !== 'udp' || state.prober.out.has(token)) {
    refuse(state, session, header, ERROR.unavailable);
    return;
  }
  const timer = state.timers.at(state.now + state.settings.probeWait * SECOND, () => {
    state.prober.out.delete(token);
    refuse(state, session, header, ERROR.unavailable);
  });
  state.prober.out.set(token, { session, header, timer });
  // A second address of its own, that nobody is ever told of; or a neighbour.
  if (state.endpoints.length > 1)
    sendBare(state, session.endpoint, TYPE.PROBE, [attribute('Token', { token })], session.peer, 1);
  else askHelpers(state, session, token, helpersFor(state, session));
}

function helpersFor(state: NodeState, session: Session): Session[] {
  const others = state.sessions.all().filter((each) => each.peer !== session.peer && each.isRelay);
  const start = others.length === 0 ? 0 : state.chance.below(others.length);
  return [...others.slice(start), ...others.slice(0, start)].slice(0, HELPERS);
}

/** Until one dials: each may know the node already, and says so. */
function askHelpers(state: NodeState, session: Session, token: string, [helper, ...others]: readonly Session[]): void {
  if (helper === undefined || !state.prober.out.has(token)) return;
  const words = [
    attribute('Token', { token }),
    attribute('Endpoint', wireOf(session.endpoint)),
    attribute('Peer', { node: session.peer }),
  ];
  request(state, helper, TYPE.DIAL, words, (answer) => {
    if (answer?.type !== TYPE.OK) askHelpers(state, session, token, others);
  });
}

/** A neighbour asks this node to dial for it. */
export function takeDial(state: NodeState, session: Session, header: Header, attributes: readonly Attribute[]): void {
  const [token, place, peer] = [find(attributes, 'Token'), find(attributes, 'Endpoint'), find(attributes, 'Peer')];
  if (token === undefined || place === undefined || peer === undefined) {
    refuse(state, session, header, ERROR.badRequest);
    return;
  }
  const endpoint = endpointOf(place);
  // HPR-HOP-05: not what cannot be a node elsewhere; HPR-REACH-02: not whom the node has talked to.
  if (endpoint === undefined || state.sessions.hasAddress(endpoint.address) || state.sessions.with(peer.node)) {
    refuse(state, session, header, ERROR.forbidden);
    return;
  }
  reply(state, session, header, TYPE.OK);
  sendBare(state, endpoint, TYPE.PROBE, [attribute('Token', { token: token.token })], peer.node);
}

/** A probe has come in, from anywhere: the prober that was asked for it is told. */
export function takeProbe(state: NodeState, attributes: readonly Attribute[]): void {
  const token = find(attributes, 'Token')?.token;
  const session = token === undefined ? undefined : probeArrived(state, token);
  if (token !== undefined && session) send(state, session, TYPE.PROBE_SEEN, [attribute('Token', { token })]);
}

export function takeProbeSeen(state: NodeState, session: Session, attributes: readonly Attribute[]): void {
  const token = find(attributes, 'Token')?.token ?? '';
  const probing = state.prober.out.get(token);
  if (probing === undefined || probing.session.peer !== session.peer) return;
  state.prober.out.delete(token);
  callOff(probing.timer);
  const proof = signed(state.crypto, state.identity.pair, 'ReachProof', {
    ...wireOf(probing.session.endpoint),
    issued: seconds(state),
    subject: session.peer,
    prober: state.identity.key,
  });
  reply(state, session, probing.header, TYPE.PROBE_RESULT, [attribute('Token', { token }), proof]);
}

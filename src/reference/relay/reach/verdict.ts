/**
 * What a node knows of its own reachability: what neighbours see, and what probers have signed. Public only with three
 * proofs for the one address that all see (HPR-REACH-01, HPR-REACH-03); another address ends it at once (HPR-REACH-04).
 */
import { fromHex, toHex } from '../../../contract/hex.ts';
import { attribute, find, isSigned, type ReachProof } from '../attributes.ts';
import { type Endpoint, endpointOf, isSameEndpoint, keyOf } from '../endpoint.ts';
import { request } from '../session/request.ts';
import type { Session } from '../session/sessions.ts';
import { SECOND } from '../settings.ts';
import { type NodeState, nodeId, seconds, tell } from '../state.ts';
import { callOff, type Timer } from '../timers.ts';
import { TYPE } from '../types.ts';

type Verdict = 'unknown' | 'public' | 'private';
/** As presences have it. */
export const MAPPING = { unknown: 0, public: 1, one: 2, many: 3 } as const;

export interface Reachability {
  verdict: Verdict;
  /** By prober, hex of its key. */
  readonly proofs: Map<string, ReachProof>;
  /** Probes that this node has asked for and that have not come, by token. */
  readonly expected: Map<string, Session>;
  seen: Endpoint | undefined;
  next: Timer | undefined;
}

/** Probes are asked for this long after something has changed, so that several neighbours can be asked at once. */
const SETTLING = 0.3;
/** As long as it is not public a node asks again after so many seconds: what stands before it may change. */
const ASK_AGAIN = 60;

export function openReachability(): Reachability {
  return { verdict: 'unknown', proofs: new Map(), expected: new Map(), seen: undefined, next: undefined };
}

/** Where neighbours over UDP see this node. */
function sightings(state: NodeState): Endpoint[] {
  return state.sessions
    .all()
    .flatMap(({ observed, endpoint }) => (observed && endpoint.transport === 'udp' ? [observed] : []));
}

export function mappingOf(state: NodeState): number {
  if (state.reachability.verdict === 'public') return MAPPING.public;
  const places = new Set(sightings(state).map(keyOf));
  if (places.size === 0) return MAPPING.unknown;
  return places.size === 1 ? MAPPING.one : MAPPING.many;
}

/** A neighbour has said where it sees this node, or a session has begun or ended. */
export function look(state: NodeState): void {
  const { reachability } = state;
  const seen = sightings(state);
  const [first] = seen;
  if (first === undefined) return;
  const isOne = seen.every((each) => isSameEndpoint(each, first));
  const isElsewhere = !seen.some((each) => isSameEndpoint(each, reachability.seen));
  if (reachability.seen !== undefined && (isElsewhere || !isOne)) {
    reachability.proofs.clear();
    if (isElsewhere) setVerdict(state, 'unknown');
    else setVerdict(state, 'private');
  }
  const isChanged = !isSameEndpoint(reachability.seen, first);
  reachability.seen = first;
  if (isChanged || reachability.verdict === 'unknown') probeSoon(state, SETTLING);
}

function setVerdict(state: NodeState, verdict: Verdict): void {
  if (state.reachability.verdict === verdict) return;
  state.reachability.verdict = verdict;
  tell(state, 'verdict', { value: verdict });
  state.told.verdictChanged();
}

function probeSoon(state: NodeState, wait: number): void {
  callOff(state.reachability.next);
  state.reachability.next = state.timers.at(state.now + wait * SECOND, () => askProbers(state));
}

function askProbers(state: NodeState): void {
  const { reachability, settings } = state;
  expireProofs(state);
  const neighbours = state.sessions.all().filter(({ endpoint, observed }) => endpoint.transport === 'udp' && observed);
  const probers = neighbours.filter(({ peerKey }) => !isYoung(state, reachability.proofs.get(peerKey)));
  for (const session of probers.slice(0, settings.probersAsked)) askProber(state, session);
  probeSoon(state, ASK_AGAIN);
}

/** A proof of the first half of its life needs no other yet. */
function isYoung(state: NodeState, proof: ReachProof | undefined): boolean {
  return proof !== undefined && seconds(state) - proof.issued < state.settings.proofLife / 2;
}

function askProber(state: NodeState, session: Session): void {
  const token = toHex(state.chance.octets(8));
  const { expected } = state.reachability;
  expected.set(token, session);
  // PROBE-RESULT is longer than what asks for it would be.
  const words = [attribute('Token', { token }), attribute('Padding', { padding: '00'.repeat(148) })];
  request(state, session, TYPE.PROBE_ME, words, (answer) => {
    expected.delete(token);
    const proof = answer?.type === TYPE.PROBE_RESULT ? find(answer.attributes, 'ReachProof') : undefined;
    if (proof && isProofOf(state, session, proof)) state.reachability.proofs.set(proof.prober, proof);
    decide(state);
  });
}

/** The prober that is to be told, the first time that the probe comes. */
export function probeArrived(state: NodeState, token: string): Session | undefined {
  const session = state.reachability.expected.get(token);
  state.reachability.expected.delete(token);
  return session && state.sessions.with(session.peer);
}

function isProofOf(state: NodeState, session: Session, proof: ReachProof): boolean {
  return (
    proof.prober === session.peerKey &&
    proof.subject === state.identity.id &&
    isSameEndpoint(endpointOf(proof), state.reachability.seen) &&
    isSigned(state.crypto, session.peerKey, proof)
  );
}

function expireProofs(state: NodeState): void {
  const { proofs } = state.reachability;
  for (const [prober, { issued }] of proofs) {
    if (issued + state.settings.proofLife <= seconds(state)) proofs.delete(prober);
  }
}

function decide(state: NodeState): void {
  expireProofs(state);
  const { proofs, expected } = state.reachability;
  const isOne = mappingOf(state) !== MAPPING.many;
  if (isOne && proofs.size >= state.settings.proofsNeeded) setVerdict(state, 'public');
  else if (expected.size === 0 && sightings(state).length > 1) setVerdict(state, 'private');
  else if (state.reachability.verdict === 'public') setVerdict(state, 'unknown');
}

/** Whether a node shows that it can be reached: enough proofs of different probers, all for one place and of late. */
export function isProven(
  state: NodeState,
  subject: string,
  endpoint: Endpoint,
  proofs: readonly ReachProof[],
): boolean {
  const good = proofs.filter(
    (proof) =>
      proof.subject === subject &&
      nodeId(state.crypto, fromHex(proof.prober)) !== subject &&
      isSameEndpoint(endpointOf(proof), endpoint) &&
      proof.issued + state.settings.proofLife > seconds(state) &&
      isSigned(state.crypto, proof.prober, proof),
  );
  return new Set(good.map(({ prober }) => prober)).size >= state.settings.proofsNeeded;
}

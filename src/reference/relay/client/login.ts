/**
 * Login of a node: a session with the directory, a challenge, a response, a certificate that is renewed at half its life. While
 * the directory is away it is tried again and again, later and later, spread by chance; conversations go on meanwhile.
 */
import { fromHex, toHex } from '../../../contract/hex.ts';
import { type Attribute, attribute, type Certificate, find, isSigned } from '../attributes.ts';
import { nameHex } from '../directory/accounts.ts';
import { loginWords, passwordKeys, responseTo } from '../directory/password.ts';
import { dial } from '../session/dial.ts';
import { keep } from '../session/keep-alive.ts';
import { type Answer, request } from '../session/request.ts';
import type { Session } from '../session/sessions.ts';
import { SECOND } from '../settings.ts';
import { type KnownNode, type NodeState, seconds, tell } from '../state.ts';
import { callOff, type Timer } from '../timers.ts';
import { ERROR, TYPE } from '../types.ts';
import { dialPlaces } from './places.ts';

/** States as spec/relay/login.machine.json names them. */
type LoginStateName = 'OUT' | 'GREETING' | 'ASKED' | 'PROVING' | 'IN' | 'REFUSED';

export interface LoginState {
  readonly name: string;
  readonly password: string;
  readonly directory: KnownNode;
  state: LoginStateName;
  certificate: Certificate | undefined;
  failures: number;
  timer: Timer | undefined;
}

/** Seconds between attempts: a second at first, ten at most, and up to as much again by chance. */
const [FIRST_WAIT, LAST_WAIT] = [1, 10];
/** Keys of passwords cost work that somebody else asks for. */
const MOST_COST = 20;

export function openLogin(name: string, password: string, directory: KnownNode): LoginState {
  const nothing = { certificate: undefined, failures: 0, timer: undefined };
  return { name, password, directory, state: 'OUT', ...nothing };
}

/** The session with the directory, once this node has begun to log in over it. */
export function directorySession(state: NodeState): Session | undefined {
  const { login } = state;
  if (login === undefined || login.state === 'OUT' || login.state === 'GREETING') return undefined;
  return state.sessions.with(login.directory.id);
}

/** Begins, or begins again. */
export function greet(state: NodeState, login: LoginState): void {
  callOff(login.timer);
  login.state = 'GREETING';
  dial(state, dialPlaces(login.directory, login.failures), (session) => {
    if (state.isGone || login.state !== 'GREETING') return;
    if (session === undefined) return tryLater(state, login);
    // It may have been dialled as a supernode too, meanwhile, and that session be the one in use.
    keep(state, state.sessions.with(session.peer) ?? session);
    ask(state, login, session);
  });
}

function tryLater(state: NodeState, login: LoginState): void {
  login.failures += 1;
  login.state = 'GREETING';
  const wait = Math.min(LAST_WAIT, FIRST_WAIT * 2 ** (login.failures - 1));
  const spread = state.chance.below(1000) / 1000;
  callOff(login.timer);
  login.timer = state.timers.at(state.now + wait * (1 + spread) * SECOND, () => greet(state, login));
}

function ask(state: NodeState, login: LoginState, session: Session): void {
  login.state = 'ASKED';
  const name = attribute('Name', { name: nameHex(login.name) });
  request(state, session, TYPE.LOGIN, [name], (answer) => {
    if (answer?.type === TYPE.CHALLENGE) prove(state, login, session, answer);
    else tryLater(state, login);
  });
}

function prove(state: NodeState, login: LoginState, session: Session, challenge: Answer): void {
  const response = responseFor(state, login, challenge.attributes);
  if (response === undefined) return;
  login.state = 'PROVING';
  request(state, session, TYPE.PROVE, response, (answer) => {
    if (answer === undefined) return tryLater(state, login);
    if (answer.type === TYPE.CERTIFIED) takeCertificate(state, login, find(answer.attributes, 'Certificate'));
    else if (answer.error === ERROR.staleNonce) prove(state, login, session, answer);
    else refused(state, login, answer.error);
  });
}

function responseFor(state: NodeState, login: LoginState, challenge: readonly Attribute[]): Attribute[] | undefined {
  const [nonce, cost] = [find(challenge, 'Nonce'), find(challenge, 'Cost')];
  if (nonce === undefined || cost === undefined || cost.cost > MOST_COST) return undefined;
  const name = nameHex(login.name);
  const keys = passwordKeys(state.crypto, login.password, fromHex(cost.salt), cost.cost);
  const words = loginWords(fromHex(name), fromHex(nonce.nonce), fromHex(state.identity.id));
  return [
    attribute('Name', { name }),
    attribute('Nonce', { nonce: nonce.nonce }),
    attribute('Response', { response: toHex(responseTo(state.crypto, keys, words)) }),
  ];
}

function refused(state: NodeState, login: LoginState, error: number | undefined): void {
  login.state = 'REFUSED';
  tell(state, 'login', { ok: false, error: error ?? 0 });
  state.told.loginEnded(error);
}

function takeCertificate(state: NodeState, login: LoginState, certificate: Certificate | undefined): void {
  if (certificate === undefined || !isGoodCertificate(state, certificate, login.name)) return;
  const wasIn = login.certificate !== undefined;
  login.certificate = certificate;
  login.state = 'IN';
  login.failures = 0;
  const wait = (certificate.expires - seconds(state)) * state.settings.certificateRenew;
  callOff(login.timer);
  login.timer = state.timers.at(state.now + wait * SECOND, () => {
    const session = directorySession(state);
    if (session) ask(state, login, session);
  });
  if (!wasIn) tell(state, 'login', { ok: true });
  state.told.loginEnded(undefined);
}

function isGoodCertificate(state: NodeState, certificate: Certificate, name: string): boolean {
  return (
    certificate.publicKey === state.identity.key &&
    certificate.name === nameHex(name) &&
    isCertified(state, certificate)
  );
}

/** HPR-CONF-04: the directory says so, and its time has not passed. */
export function isCertified(state: NodeState, certificate: Certificate): boolean {
  const directory = state.login?.directory;
  return (
    directory !== undefined &&
    certificate.expires > seconds(state) &&
    isSigned(state.crypto, directory.key, certificate)
  );
}

/** The session with the directory is over: conversations go on (HPR-LOGIN-04), and it is tried again. */
export function directoryLost(state: NodeState, login: LoginState, session: Session): void {
  if (login.directory.id !== session.peer) return;
  if (login.state !== 'REFUSED' && login.state !== 'OUT' && !state.isGone) tryLater(state, login);
}

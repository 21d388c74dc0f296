/** LOGIN and PROVE at the directory: nonces that are good once, answers that give no name away, one key for a name. */
import { fromHex, toHex } from '../../../contract/hex.ts';
import { type Attribute, attribute, find, signed } from '../attributes.ts';
import type { Header } from '../frame.ts';
import { refuse, reply } from '../session/send.ts';
import type { Session } from '../session/sessions.ts';
import { SECOND } from '../settings.ts';
import { type NodeState, seconds } from '../state.ts';
import { ERROR, TYPE } from '../types.ts';
import { type Account, type Directory, nameFrom, nameHex } from './accounts.ts';
import { isResponse, loginWords } from './password.ts';

/** Nonces of one node that are out at a time; with more the oldest goes. */
const NONCES_EACH = 8;
const BLOCK_SIZE = 8;

export function takeLogin(
  state: NodeState,
  directory: Directory,
  session: Session,
  header: Header,
  attributes: readonly Attribute[],
): void {
  const name = find(attributes, 'Name')?.name;
  if (name === undefined) {
    refuse(state, session, header, ERROR.badRequest);
    return;
  }
  const challenge = [challengeFor(state, directory, session), costOf(state, directory, name)];
  reply(state, session, header, TYPE.CHALLENGE, challenge);
}

/** HPR-LOGIN-03 */
function challengeFor(state: NodeState, directory: Directory, session: Session): Attribute {
  const nonce = toHex(state.chance.octets(16));
  const { challenges } = directory;
  for (const [old, { until }] of challenges) {
    if (until > state.now) break;
    challenges.delete(old);
  }
  const own = [...challenges].filter(([, { peer }]) => peer === session.peer);
  if (own.length >= NONCES_EACH) challenges.delete(own[0]![0]);
  challenges.set(nonce, { peer: session.peer, until: state.now + state.settings.nonceLife * SECOND });
  return attribute('Nonce', { nonce });
}

/** HPR-LOGIN-01: a name that does not exist has a salt as well, always the same. */
function costOf(state: NodeState, directory: Directory, name: string): Attribute {
  const account = directory.accounts.get(nameFrom(name));
  const salt = account?.salt ?? state.crypto.hmac(directory.secret, fromHex(name)).subarray(0, 16);
  return attribute('Cost', {
    cost: state.settings.scryptCost,
    blockSize: BLOCK_SIZE,
    parallel: 1,
    salt: toHex(salt),
  });
}

export function takeProve(
  state: NodeState,
  directory: Directory,
  session: Session,
  header: Header,
  attributes: readonly Attribute[],
): void {
  const [name, nonce, response] = [
    find(attributes, 'Name')?.name,
    find(attributes, 'Nonce')?.nonce,
    find(attributes, 'Response')?.response,
  ];
  if (name === undefined || nonce === undefined || response === undefined) {
    refuse(state, session, header, ERROR.badRequest);
    return;
  }
  if (!isFresh(state, directory, session, nonce)) {
    const fresh = [challengeFor(state, directory, session), costOf(state, directory, name)];
    refuse(state, session, header, ERROR.staleNonce, fresh);
    return;
  }
  const account = directory.accounts.get(nameFrom(name));
  // Nobody knows what this is the hash of.
  const stored = account?.stored ?? state.crypto.hmac(directory.secret, fromHex(nonce));
  const words = loginWords(fromHex(name), fromHex(nonce), fromHex(session.peer));
  const holds = isResponse(state.crypto, stored, words, fromHex(response));
  if (!holds || account === undefined) {
    refuse(state, session, header, ERROR.unauthenticated);
    return;
  }
  certify(state, directory, session, header, account);
}

function isFresh(state: NodeState, directory: Directory, session: Session, nonce: string): boolean {
  const challenge = directory.challenges.get(nonce);
  if (challenge?.peer !== session.peer) return false;
  directory.challenges.delete(nonce);
  return challenge.until > state.now;
}

/** HPR-LOGIN-02 */
function certify(state: NodeState, directory: Directory, session: Session, header: Header, account: Account): void {
  const now = seconds(state);
  const before = account.certificate;
  if (before && before.expires > now && before.publicKey !== session.peerKey) {
    refuse(state, session, header, ERROR.conflict);
    return;
  }
  directory.serial += 1;
  const certificate = signed(state.crypto, state.identity.pair, 'Certificate', {
    serial: directory.serial,
    issued: now,
    expires: now + state.settings.certificateLife,
    publicKey: session.peerKey,
    name: nameHex(account.name),
  });
  account.certificate = certificate;
  const online = directory.nodes.get(session.peer);
  if (online?.name !== account.name) {
    const fresh = { name: account.name, peer: session.peer, sequence: 0, expires: 0, presence: [] };
    directory.nodes.set(session.peer, fresh);
    directory.names.set(account.name, fresh);
  }
  reply(state, session, header, TYPE.CERTIFIED, [certificate]);
}

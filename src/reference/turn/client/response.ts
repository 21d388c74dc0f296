/**
 * What the server answers: RFC 8489 sections 6.3.3, 6.3.4 and 9.2.5. First whether it is an answer to something asked, then
 * who says it, then what.
 */
import { ATTRIBUTES } from '../codes.ts';
import { type Crypto, isSame } from '../crypto.ts';
import { coveredBy, find, type Message, octetsIn, transactionIdOf } from '../read-message.ts';
import { unknownTypes } from '../unknown-types.ts';
import type { Signature } from '../write-message.ts';
import { ask } from './ask.ts';
import type { Failure } from './config.ts';
import { failed, succeeded } from './outcome.ts';
import { learn } from './session.ts';
import type { ClientState, Purpose } from './state.ts';
import type { Transaction } from './transaction.ts';

/** Asked so often for other credentials or a fresh nonce, a client believes no more that it gets on. */
const MOST_ATTEMPTS = 4;

export function receiveResponse(state: ClientState, message: Message, now: number): void {
  const id = transactionIdOf(message);
  const transaction = state.transactions.get(id);
  // STUN-HDR-06
  if (transaction === undefined || transaction.method !== message.method) return;
  const code = message.kind === 'error' ? codeIn(message) : undefined;
  const end = (): boolean => state.transactions.delete(id);
  if (code === 401 || code === 438) {
    end();
    challenged(state, message, transaction, code, now);
    return;
  }
  // AUTH-19: what is not signed as it must be was never received; over TCP nothing else will come.
  if (transaction.signature && !isSigned(state.crypto, message, transaction.signature)) {
    if (transaction.transport === 'udp') return;
    end();
    failed(state, transaction.purpose, 'integrity', now);
    return;
  }
  end();
  // STUN-420-03, STUN-ERR-03
  if (message.kind === 'error') failed(state, transaction.purpose, code ?? 'malformed', now, message);
  else if (unknownTypes(message).length > 0) failed(state, transaction.purpose, 'malformed', now);
  else succeeded(state, transaction.purpose, message, now);
}

function challenged(
  state: ClientState,
  message: Message,
  { purpose, signature, attempt }: Transaction<Purpose>,
  code: 401 | 438,
  now: number,
): void {
  const learnt = learn(message);
  const obstacle = obstacleAfter(state, learnt, signature !== undefined, code, attempt);
  if (obstacle !== undefined) {
    failed(state, purpose, obstacle, now);
    return;
  }
  // AUTH-17: with the nonce that it brought.
  if (typeof learnt !== 'string') state.session = learnt;
  ask(state, purpose, now, attempt + 1);
}

function obstacleAfter(
  { session }: ClientState,
  learnt: ReturnType<typeof learn>,
  wasSigned: boolean,
  code: 401 | 438,
  attempt: number,
): Failure | undefined {
  if (typeof learnt === 'string') return learnt;
  // AUTH-16: the same name and password would be refused again.
  const isSameRealm = session !== undefined && isSame(session.realm, learnt.realm);
  if (code === 401 && wasSigned && isSameRealm) return 'credentials';
  return attempt >= MOST_ATTEMPTS ? code : undefined;
}

function isSigned({ hmacSha1, hmacSha256 }: Crypto, message: Message, { key, hmac }: Signature): boolean {
  const isSha1 = hmac === 'sha1';
  const integrity = find(message, isSha1 ? ATTRIBUTES.MESSAGE_INTEGRITY : ATTRIBUTES.MESSAGE_INTEGRITY_SHA256);
  if (integrity === undefined) return false;
  return isSame(octetsIn(message, integrity), (isSha1 ? hmacSha1 : hmacSha256)(key, coveredBy(message, integrity)));
}

/** STUN-ERR-01: of a class from 3 to 6 and a number up to 99. */
function codeIn(message: Message): number | undefined {
  const attribute = find(message, ATTRIBUTES.ERROR_CODE);
  if (attribute === undefined || attribute.length < 4) return undefined;
  const [hundreds, number] = [message.view.getUint8(attribute.at + 2) & 7, message.view.getUint8(attribute.at + 3)];
  return hundreds >= 3 && hundreds <= 6 && number <= 99 ? hundreds * 100 + number : undefined;
}

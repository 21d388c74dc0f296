/**
 * The verdict on a case: the first legal outcome that fits what came is taken. A server may close a connection whenever it
 * will (RFC 9112 section 9.5), so one that closes without a word has shown nothing, unless that is legal by name.
 */
import { Inconclusive, Unmet } from '../../../harness/outcome.ts';
import { type Conversation, insteadOfResponse, unmetAt } from '../conversation.ts';
import type { ObservedResponse } from '../observation.ts';
import { textOf } from '../octet-text.ts';
import type { HttpPeer } from '../peer.ts';
import { fitsAnswers, sayAnswers } from './answers.ts';
import { type Check, readCheck } from './checks.ts';
import { requireSteadyTwin } from './steady-twin.ts';

interface Legal {
  readonly outcome: string;
  readonly answers: string;
  readonly and: readonly Check[];
  readonly clause: string;
  readonly level: string;
}

/** Rows of a table whose first row names its columns. */
function readLegal([head = [], ...rows]: readonly (readonly string[])[]): readonly Legal[] {
  return rows.map((row) => {
    const cell = (column: string): string => row[head.indexOf(column)] ?? '';
    const phrases = cell('and').split('; ').filter(Boolean);
    return {
      outcome: cell('outcome'),
      answers: cell('answers'),
      and: phrases.map(readCheck),
      clause: cell('clause'),
      level: cell('level'),
    };
  });
}

export async function judgeCase(peer: HttpPeer, table: readonly (readonly string[])[]): Promise<void> {
  const conversation = peer.latest;
  const legal = readLegal(table);
  const { responses } = conversation.observation;
  const twin = peer.twin?.observation.responses[0];
  const fitting = legal.filter(({ answers }) => fitsAnswers(answers, { responses, twin: twin?.status ?? 0 }));
  if (fitting.some(({ answers }) => answers === 'none')) requireLegible(conversation);
  else requireAnswer(conversation, legal, twin);
  const taken = fitting.find(({ and }) => and.every((check) => check.holds(conversation, twin)));
  if (taken === undefined) {
    requireLeisure(responses);
    await requireSteadyTwin(peer, conversation, fitting);
    throw unmet(conversation, fitting.length > 0 ? fitting : legal, twin);
  }
  // Where none need answer, one that leaves the connection open has shown no more than one that closes it.
  if (conversation.end === 'silent' && !conversation.finished && responses.length === 0)
    throw new Inconclusive('precondition', insteadOfResponse(conversation));
  const level = taken.level === '' ? {} : { level: taken.level };
  peer.scene.took({ outcome: taken.outcome, clause: taken.clause, ...level } as Parameters<typeof peer.scene.took>[0]);
}

/** RFC 9110 section 15.6.4, RFC 6585 section 4: who has no time now has not looked at the request. @throws Inconclusive */
function requireLeisure(responses: readonly ObservedResponse[]): void {
  const busy = responses.find(({ status }) => status === 429 || status === 503);
  if (busy !== undefined) throw new Inconclusive('precondition', `status ${busy.status}: the server has no time now`);
}

function requireAnswer(conversation: Conversation, legal: readonly Legal[], twin: ObservedResponse | undefined): void {
  const { observation, octets, end } = conversation;
  if (observation.responses.length > 0) return;
  if (end === 'silent' && isOfFormAlone(legal)) throw new Inconclusive('precondition', insteadOfResponse(conversation));
  if (end === 'silent') throw noAnswer(conversation, legal, twin);
  if (octets.length === 0) {
    throw new Inconclusive('precondition', `${insteadOfResponse(conversation)}; a server may close at any time`);
  }
  requireLegible(conversation);
}

/**
 * Some answer what is not legible with words alone, as HTTP/0.9 did. That the status line is missing is for its own rule.
 * @throws Inconclusive
 */
function requireLegible(conversation: Conversation): void {
  const { observation, octets } = conversation;
  if (observation.responses.length > 0 || octets.length === 0) return;
  if (!/^HTTP\/[0-9]/.test(textOf(octets, 0, Math.min(octets.length, 6)))) {
    throw new Inconclusive('precondition', insteadOfResponse(conversation));
  }
}

/** Whatever is answered has to have some form; that anything is answered is for other rules. */
function isOfFormAlone(legal: readonly Legal[]): boolean {
  return (
    legal.every(({ answers }) => /^any( any)*( \.\.\.)?$/.test(answers)) && legal.some(({ and }) => and.length > 0)
  );
}

function noAnswer(conversation: Conversation, legal: readonly Legal[], twin: ObservedResponse | undefined): Unmet {
  return new Unmet({ expected: say(legal, twin), actual: insteadOfResponse(conversation), missing: true });
}

function unmet(conversation: Conversation, legal: readonly Legal[], twin: ObservedResponse | undefined): Unmet {
  const { observation, end } = conversation;
  const [response] = observation.responses;
  if (response === undefined) return new Unmet({ expected: say(legal, twin), actual: insteadOfResponse(conversation) });
  const amiss = legal.flatMap(({ and }) => and).find((check) => !check.holds(conversation, twin));
  const statuses = observation.responses.map(({ status }) => status).join(', then ');
  const lacking = amiss === undefined ? '' : `, not so: ${amiss.text}`;
  const actual = `status ${statuses}${lacking}${end === 'silent' ? ', and the connection stays open' : ''}`;
  // A close that has not come may come yet.
  if (end === 'silent' && amiss?.text === 'closed')
    return new Unmet({ expected: say(legal, twin), actual, missing: true });
  const place = { field: 'status', at: response.start + response.version.length + 1, octets: 3 };
  return unmetAt(conversation, place, say(legal, twin), actual);
}

function say(legal: readonly Legal[], twin: ObservedResponse | undefined): string[] {
  return legal.map(({ outcome, answers, and }) => {
    const more = and.map(({ text }) => `, ${text}`).join('');
    return `${outcome} (${sayAnswers(answers, twin?.status ?? 0)}${more})`;
  });
}

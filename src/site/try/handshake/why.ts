/**
 * Why a host sent a segment, in a sentence or two, and the rules behind it. Found from what made it send (a call, a timer,
 * a segment) and from how its connection stood before and after; the first reason that fits is told.
 */
import type { ConnectionPicture } from './picture.ts';
import { counted, readSegment, type SegmentRead } from './segment.ts';
import type { Cause } from './side.ts';
import { ANSWERS } from './why-answers.ts';
import { OWN } from './why-own.ts';

/** All that a reason may look at. */
export interface Case {
  readonly sent: SegmentRead;
  readonly cause: Cause;
  readonly before: ConnectionPicture | undefined;
  readonly after: ConnectionPicture | undefined;
  /** The segment that made it send. */
  readonly heard: SegmentRead | undefined;
  /** It takes numbers that were sent before. */
  readonly isAgain: boolean;
}

export interface Reason {
  readonly applies: (of: Case) => boolean;
  readonly words: (of: Case) => string;
  /** Ids of rules. */
  readonly rules: readonly string[];
}

export interface Why {
  readonly words: string;
  readonly rules: readonly string[];
}

const REASONS: readonly Reason[] = [...OWN, ...ANSWERS];

export function whyOf(sent: SegmentRead, cause: Cause): Why {
  const of = caseOf(sent, cause);
  const reason = REASONS.find(({ applies }) => applies(of))!;
  return { words: reason.words(of), rules: reason.rules };
}

/** Every rule that a reason names, so that a test can look each up. */
export function rulesNamed(): readonly string[] {
  return [...new Set(REASONS.flatMap(({ rules }) => rules))];
}

function caseOf(sent: SegmentRead, cause: Cause): Case {
  const { trigger, before, after } = cause;
  const heard = trigger.kind === 'segment' ? readSegment(trigger.datagram) : undefined;
  const [was, is] = [before.connection, after.connection];
  const isAgain = sent.length > 0 && was !== undefined && counted(sent.fields.sequenceNumber, was.snd.max) < 0;
  return { sent, cause, before: was, after: is, heard, isAgain };
}

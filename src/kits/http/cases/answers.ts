/** Which final responses came on a connection, held against a pattern: `400`, `4xx`, `400/431`, `twin any ...`, `none`. */
import type { ObservedResponse } from '../observation.ts';

export interface Came {
  readonly responses: readonly ObservedResponse[];
  /** Status of the twin's response, 0 without one. */
  readonly twin: number;
}

export function fitsAnswers(pattern: string, { responses, twin }: Came): boolean {
  if (pattern === 'none') return responses.length === 0;
  const words = pattern.split(' ');
  const open = words.at(-1) === '...';
  const wanted = open ? words.slice(0, -1) : words;
  if (responses.length < wanted.length || (!open && responses.length > wanted.length)) return false;
  return wanted.every((word, at) => word.split('/').some((each) => fitsStatus(each, responses[at]!.status, twin)));
}

function fitsStatus(word: string, status: number, twin: number): boolean {
  if (word === 'any') return true;
  if (word === 'twin') return status === twin;
  return [...String(status).padStart(3, '0')].every((digit, at) => word[at] === 'x' || word[at] === digit);
}

/** A pattern in words, for a report. */
export function sayAnswers(pattern: string, twin: number): string {
  if (pattern === 'none') return 'no answer, and the close';
  return pattern
    .replaceAll('twin', String(twin))
    .replace(/ \.\.\.$/, ' and more')
    .replaceAll('/', ' or ');
}

/** The states of a parser, and how much it takes in those that read lines. */
import type { FaultKind } from './faults.ts';
import type { Limits } from './limits.ts';

export type ParserState =
  | 'START-LINE'
  | 'FIELD-LINE'
  | 'CONTENT'
  | 'CHUNK-SIZE'
  | 'CHUNK-DATA'
  | 'CHUNK-END'
  | 'TRAILER-LINE'
  | 'UNTIL-CLOSE'
  | 'FAULTED';

export type LineState = Exclude<ParserState, 'CONTENT' | 'CHUNK-DATA' | 'UNTIL-CLOSE' | 'FAULTED'>;

/**
 * Octets that a section may have before the end of the line that it is in. `fieldsAt`: where its field lines begin; `taken`:
 * what the lines before take.
 */
export function roomFor(state: LineState, limits: Limits, fieldsAt: number, taken: number): number {
  switch (state) {
    case 'START-LINE':
      return limits.startLine;
    case 'FIELD-LINE':
      return Math.min(fieldsAt + limits.section, taken + limits.fieldLine);
    case 'TRAILER-LINE':
      return Math.min(limits.section, taken + limits.fieldLine);
    case 'CHUNK-SIZE':
      return limits.chunkLine;
    case 'CHUNK-END':
      // CR
      return 1;
    default:
      return state satisfies never;
  }
}

export const TOO_LONG: Readonly<Record<LineState, FaultKind>> = {
  'START-LINE': 'start-line-too-long',
  'FIELD-LINE': 'section-too-large',
  'TRAILER-LINE': 'section-too-large',
  'CHUNK-SIZE': 'chunk-line-too-long',
  'CHUNK-END': 'chunk-end-form',
};

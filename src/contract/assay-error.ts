/**
 * The world failing: a target that cannot be reached, a file that is not there. Carries a stable `code` for programs
 * and a one-line message for people that says what, where, and what to do. Bad input from an implementation is never
 * one of these; it is a verdict.
 */
export type AssayErrorCode =
  | 'ERR_USAGE'
  | 'ERR_INPUT'
  | 'ERR_TARGET_UNREACHABLE'
  | 'ERR_TARGET_UNAVAILABLE'
  | 'ERR_TESTER';

export class AssayError extends Error {
  readonly code: AssayErrorCode;

  constructor(code: AssayErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'AssayError';
    this.code = code;
  }
}

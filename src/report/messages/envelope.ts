/** The types of @cucumber/messages with its enums as the strings that they are: no code of that package is needed. */
import type * as messages from '@cucumber/messages';

type Plain<T> = T extends string
  ? `${T}`
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Plain<T[Key]> }
      : T;

export type Envelope = Plain<messages.Envelope>;
export type GherkinDocument = Plain<messages.GherkinDocument>;
export type Pickle = Plain<messages.Pickle>;
export type Status = `${messages.TestStepResultStatus}`;

/** Microseconds as seconds and nanoseconds. */
export function timestamp(microseconds: number): { seconds: number; nanos: number } {
  return { seconds: Math.floor(microseconds / 1_000_000), nanos: (microseconds % 1_000_000) * 1000 };
}

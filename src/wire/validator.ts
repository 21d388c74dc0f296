/**
 * A compiled JSON Schema: what src/generated/validators holds, one for each schema of ours. The errors are ajv's, in its
 * own form.
 */

export interface ValidationError {
  /** JSON pointer into the value. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

export interface Validate<Value> {
  (value: unknown): value is Value;
  /** Of the last call, when it said no. */
  errors?: readonly ValidationError[] | null;
}

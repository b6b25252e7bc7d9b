import type { ErrorObject } from 'ajv';

/** A function that ajv has generated: it leaves its errors on itself. */
export interface Validate {
  (data: unknown): boolean;
  errors?: readonly ErrorObject[] | null;
}

/** What checks the structure of a lab: one function for the lab and its tasks, one a kind of check. */
export interface Validators {
  readonly lab: Validate;
  readonly checks: Readonly<Record<string, Validate>>;
}

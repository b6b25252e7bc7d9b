/** A value, or the reason why there is none. Expected trouble travels as data; `throw` is for bugs. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Wraps a value. */
export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** Wraps a problem. */
export function err<E>(error: E): Result<never, E> {
  return { ok: false, error };
}

/** The answer to a comparison (Kleene's three values): what was cut may hold what is looked for, so it is not known. */
export type Truth = 'yes' | 'no' | 'unknown';

export const truthOf = (known: boolean): Truth => (known ? 'yes' : 'no');

/** What was not found in a part may be in the rest. */
export const foundOr = (found: boolean, otherwise: 'no' | 'unknown'): Truth => (found ? 'yes' : otherwise);

export function negated(truth: Truth): Truth {
  return truth === 'unknown' ? truth : truthOf(truth === 'no');
}

/** `no` as soon as one is, else `unknown` as soon as one is. */
export function allOf<T>(items: readonly T[], judge: (item: T) => Truth): Truth {
  let all: Truth = 'yes';
  for (const item of items) {
    const one = judge(item);
    if (one === 'no') return one;
    if (one === 'unknown') all = one;
  }
  return all;
}

/** `yes` as soon as one is, else `unknown` as soon as one is. */
export function anyOf<T>(items: readonly T[], judge: (item: T) => Truth): Truth {
  return negated(allOf(items, (item) => negated(judge(item))));
}

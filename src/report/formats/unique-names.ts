import { escapeTerminal } from '../../text/terminal';

/** GitLab ignores every test case after the first of the same class and name: a later one gets a number behind its name. */
export function uniqueNames(): (className: string, name: string) => string {
  const taken = new Set<string>();
  const last = new Map<string, number>();
  return (className, name) => {
    // Names that only differ in what is not drawn must not become the same by being escaped.
    const own = escapeTerminal(name);
    const key = (candidate: string): string => `${className}\0${candidate}`;
    let candidate = own;
    for (let count = last.get(key(own)) ?? 1; taken.has(key(candidate)); count += 1) {
      candidate = `${own} (${count + 1})`;
      last.set(key(own), count + 1);
    }
    taken.add(key(candidate));
    return candidate;
  };
}

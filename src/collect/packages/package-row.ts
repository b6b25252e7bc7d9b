import { caps } from '../../evidence/caps';
import type { PackagesFact } from '../../evidence/facts';

/** One package of any manager's database. */
export interface PackageRow {
  readonly name: string;
  readonly version: string;
  readonly state: 'installed' | 'removed' | 'half-installed';
  readonly provides: readonly string[];
}

/** More would not explain more. */
const maxRelated = 12;

type Summary = Pick<PackagesFact, 'installed' | 'unfinished' | 'related' | 'count'>;

/** Of a whole database what the checks ask for, and what explains that something is not there. */
export function summarize(rows: readonly PackageRow[], names: readonly string[]): Summary {
  const asked = new Set(names);
  const installed: Record<string, string> = {};
  const unfinished: Record<string, 'removed' | 'half-installed'> = {};
  const related: string[] = [];
  let count = 0;
  for (const { name, version, state, provides } of rows) {
    if (state === 'installed') count += 1;
    if (asked.has(name)) {
      if (state === 'installed') installed[name] = version.slice(0, caps.packageVersion);
      else unfinished[name] = state;
    } else if (state === 'installed' && names.some((one) => isLike(name, provides, one))) {
      related.push(name.slice(0, 200));
    }
  }
  return { installed, unfinished, related: related.sort().slice(0, maxRelated), count };
}

const isLike = (name: string, provides: readonly string[], asked: string): boolean =>
  name.startsWith(`${asked}-`) || provides.includes(asked);

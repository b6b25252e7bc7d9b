import { look, type Evidence } from '../evidence/evidence';
import type { Fault } from '../evidence/fault';
import { nearestName } from '../text/nearest';
import type { Wish } from './wish';

/** Something that was named and is not there, with what is. */
export interface Absent {
  readonly what: 'container' | 'image';
  readonly name: string;
  readonly nearest?: string;
  readonly known: readonly string[];
}

const maxKnown = 10;

/** What of the wish is not on the host, or why that could not be found out. */
export function absentIn({ containers, images }: Wish, seen: Evidence): readonly Absent[] | Fault {
  const [rows, tags] = [look(seen, { fact: 'containers' }), look(seen, { fact: 'images' })];
  if ('fault' in rows) return rows.fault;
  if ('fault' in tags) return tags.fault;
  const known = {
    container: rows.value.flatMap(({ Names }) => (Names ?? []).map((name) => name.replace(/^\//, ''))),
    image: tags.value.flatMap(({ RepoTags }) => (RepoTags ?? []).filter((tag) => tag !== '<none>:<none>')),
  };
  const absent: Absent[] = [];
  const asked = [
    ...images.map((name) => ['image', name] as const),
    ...containers.map((name) => ['container', name] as const),
  ];
  for (const [what, name] of asked) {
    const fact =
      what === 'image'
        ? look(seen, { fact: 'image', reference: name })
        : look(seen, { fact: 'container', name });
    if ('fault' in fact) return fact.fault;
    if (fact.value !== null) continue;
    const near = nearestName(name, known[what]) ?? nearestRepository(name, known[what]);
    absent.push({
      what,
      name,
      known: [...known[what]].sort().slice(0, maxKnown),
      ...(near !== undefined && { nearest: near }),
    });
  }
  return absent;
}

/** `ubunto` is near `ubuntu:22.04`, whatever its tag. */
function nearestRepository(name: string, known: readonly string[]): string | undefined {
  const bare = (text: string): string => text.replace(/:[^:/]*$/, '');
  const near = nearestName(bare(name), known.map(bare));
  return known.find((candidate) => bare(candidate) === near);
}

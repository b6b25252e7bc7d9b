import { imageOfRef } from '../../evidence/container-ref';
import type { ContainerInspect, ContainerSummary } from '../../evidence/docker';
import { parseReference } from '../../text/image-reference';
import { nearestName } from '../../text/nearest';
import type { Collector } from '../looking';

/** A beginner's host has few containers; more would only cost time to explain one missing name. */
const maxCandidates = 3;

/** Containers that may be meant by a name that none has; none if one has it. */
export const candidates: Collector<'candidates'> = async ({ name }, { ask }) => {
  // One that is meant by its image has no name that somebody could have got wrong.
  if (imageOfRef(name) !== undefined) return { value: [] };
  const list = await ask({ fact: 'containers' });
  if ('fault' in list) return list;
  // Asked for as any other container is: several names may have the same candidates.
  const inspects = await Promise.all(
    likelyMeant(name, list.value).map(({ Id }) => ask({ fact: 'container', name: Id })),
  );
  const value: ContainerInspect[] = [];
  for (const fact of inspects) {
    if ('fault' in fact) return fact;
    if (fact.value !== null) value.push(fact.value); // else it went since the list
  }
  return { value };
};

/** Similar names first, then containers of an image of that name, then the newest. */
export function likelyMeant(name: string, rows: readonly ContainerSummary[]): ContainerSummary[] {
  if (rows.some((row) => isCalled(name, row))) return [];
  const newestFirst = [...rows].sort((a, b) => (b.Created ?? 0) - (a.Created ?? 0));
  const similar = nearestName(name, newestFirst.flatMap(namesOf));
  const rank = (row: ContainerSummary): number => {
    if (similar !== undefined && namesOf(row).includes(similar)) return 0;
    return repositoryOf(row.Image ?? '') === name ? 1 : 2;
  };
  return newestFirst.sort((a, b) => rank(a) - rank(b)).slice(0, maxCandidates);
}

const namesOf = (row: ContainerSummary): string[] => (row.Names ?? []).map((name) => name.replace(/^\//, ''));

/** As a lab names containers: an ID by twelve digits or more. */
const isCalled = (name: string, row: ContainerSummary): boolean =>
  namesOf(row).includes(name) || (/^[0-9a-f]{12,}$/.test(name) && row.Id.startsWith(name));

/** The last part of an image's repository: `ubuntu` of `docker.io/library/ubuntu:22.04`. */
function repositoryOf(image: string): string | undefined {
  const reference = parseReference(image);
  return reference.ok ? reference.value.path.split('/').at(-1) : undefined;
}

import type { ContainerInspect, ContainerSummary, ImageSummary } from '../../../../evidence/docker';
import type { RecordedEvent } from '../../../../evidence/facts';
import type { Message } from '../../../../messages/message';
import type { CheckInput, Look } from '../../../kind';
import { isSameImage } from '../image-name';
import { containerEvents, literalIn } from './rule';

/** All that may tell why there is no container called `name`. */
export interface Absence {
  readonly name: string;
  /** The image that it should come from, where the lab says so. */
  readonly image: string | undefined;
  readonly rows: readonly ContainerSummary[];
  readonly candidates: readonly ContainerInspect[];
  readonly images: readonly ImageSummary[];
  /** The student's own, of containers, oldest first. */
  readonly events: readonly RecordedEvent[];
}

/** Recognises one reason, or says nothing. */
export type AbsenceRule = (absence: Absence) => Message | undefined;

/** Without the list of containers nothing can be said; without the rest, less. */
export function absenceOf(name: string, { lab }: CheckInput, look: Look): Absence | undefined {
  const rows = look({ fact: 'containers' });
  if (!('value' in rows)) return undefined;
  const candidates = look({ fact: 'candidates', name });
  const images = look({ fact: 'images' });
  const image = lab.tasks
    .flatMap(({ checks }) => checks)
    .filter(({ kind, subject }) => kind === 'container' && subject === name)
    .flatMap(({ keys }) => (keys['image'] === undefined ? [] : (literalIn(keys['image']) ?? [])))[0];
  return {
    name,
    image,
    rows: rows.value,
    candidates: 'value' in candidates ? candidates.value : [],
    images: 'value' in images ? images.value : [],
    events: containerEvents(look),
  };
}

export const rowName = (row: ContainerSummary): string =>
  (row.Names?.[0] ?? row.Id.slice(0, 12)).replace(/^\//, '');

/** The containers that come from the image that the lab asks for; newest first, those that run before all others. */
export function ofWantedImage({ rows, image, name }: Absence): ContainerSummary[] {
  const wanted = image ?? name;
  return rows
    .filter((row) => isSameImage(row.Image ?? '', wanted))
    .sort(
      (a, b) =>
        Number(b.State === 'running') - Number(a.State === 'running') || (b.Created ?? 0) - (a.Created ?? 0),
    );
}

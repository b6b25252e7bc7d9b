import { familiar, parseReference } from '../../text/image-reference';
import type { ImageInspect } from '../../evidence/docker';
import { nameAskedFor } from '../../evidence/local-digests';
import type { BothLanguages, DraftTask, Statement } from '../statement';
import { titles } from '../words';

/** The name to ask for: as it was given, or the tag of an image that was given by its ID. Nothing for an image without a name. */
export function nameOfImage(asked: string, inspect: ImageInspect): string | undefined {
  const name = nameAskedFor(asked, inspect);
  return name && familiar(name);
}

export function imageTask(name: string): readonly DraftTask[] {
  if (!parseReference(name).ok) return [];
  const about = (key: string, title: BothLanguages): Statement => ({
    kind: 'image',
    subject: name,
    place: {},
    asserts: { [key]: true },
    assertsPresence: false,
    title,
    notes: [],
  });
  return [
    {
      id: 'image',
      title: titles.imageTask(name),
      statements: [
        about('pulled', titles.pulled()),
        about('verified', titles.verified()),
        { ...about('exists', titles.present()), fallback: true },
      ],
    },
  ];
}

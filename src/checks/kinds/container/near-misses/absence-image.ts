import { message } from '../../../../messages/message';
import { nearest } from '../../../../text/nearest';
import { isSameImage } from '../image-name';
import { rowName, type AbsenceRule } from './absence';

const engineEmpty: AbsenceRule = ({ name, rows, images }) =>
  rows.length === 0 && images.length === 0 ? message('container.engine-empty', { name }) : undefined;

/** Pulled, and no container made of it. */
const neverRun: AbsenceRule = ({ name, image = name, images }) =>
  images.some(({ RepoTags }) => RepoTags?.some((tag) => isSameImage(tag, image)))
    ? message('container.image-never-run', { name, image })
    : undefined;

/** `docker run` with a misspelt image leaves nothing behind, or an image of a similar name. */
const imageNotThere: AbsenceRule = ({ name, image, images, rows }) => {
  if (image === undefined) return undefined;
  const bare = (tag: string): string => tag.replace(/:latest$/, '');
  const tags = images.flatMap(({ RepoTags }) => RepoTags ?? []).filter((tag) => !tag.startsWith('<none>'));
  const similar = nearest(bare(image), tags.map(bare));
  if (similar !== undefined) return message('container.image-not-there', { name, image, similar });
  return rows.length === 0 ? message('container.image-not-there', { name, image }) : undefined;
};

const onlyOthers: AbsenceRule = ({ name, rows, image }) => {
  if (rows.length === 0) return undefined;
  return message('container.only-others', {
    name,
    others: rows.slice(0, 3).map(rowName),
    ...(image !== undefined && { image }),
  });
};

export const imageRules: readonly AbsenceRule[] = [engineEmpty, neverRun, imageNotThere, onlyOthers];

import { configShape } from './container-shape';
import { dateOrNone, filled, list, map, natural, object, orNull, text, type Schema, whole } from './schema';

const texts = list(text);
/** With or without the name of its algorithm: Podman 4 lists bare digits here and there. */
const imageId: Schema = { type: 'string', pattern: '^(sha256:)?[0-9a-f]{64}$' };

export const imageShape = object(
  {
    Id: imageId,
    RepoTags: orNull(texts),
    RepoDigests: orNull(texts),
    Parent: text,
    Comment: text,
    Created: orNull(dateOrNone),
    Author: text,
    Config: orNull(configShape),
    ContainerConfig: orNull(configShape),
    Architecture: text,
    Variant: text,
    Os: text,
    Size: natural,
    RootFS: object({ Type: text, Layers: orNull(texts) }),
    Metadata: object({ LastTagTime: dateOrNone }),
    Descriptor: orNull(object({ mediaType: text, digest: filled, size: natural })),
  },
  ...['Id', 'RepoTags', 'RepoDigests', 'Architecture', 'Os', 'Size', 'RootFS'],
);

/** A row of `GET /images/json`. */
export const imageRowShape = object(
  {
    Id: imageId,
    ParentId: text,
    RepoTags: orNull(texts),
    RepoDigests: orNull(texts),
    Created: whole,
    Size: natural,
    Labels: orNull(map(text)),
  },
  ...['Id', 'RepoTags', 'Created', 'Size'],
);

/** A row of `GET /images/NAME/history`. */
export const historyRowShape = object(
  { Id: text, Created: whole, CreatedBy: text, Comment: text, Size: natural, Tags: orNull(texts) },
  ...['CreatedBy', 'Comment', 'Tags'],
);

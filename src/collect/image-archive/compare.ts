import type { ImageInspect } from '../../evidence/docker';
import type { ContentFact, EngineFact } from '../../evidence/facts';
import { isJsonObject, type Json, type JsonObject } from '../../text/json';
import type { ArchiveFiles } from './read-archive';

type Image = Pick<ImageInspect, 'Id' | 'RootFS'>;

/** What a saved image is found to be; `unknown`: packed in a way that cannot be unpacked here. */
export type Compared = ContentFact | { readonly unknown: string };

/**
 * Compares what the bytes hash to with what the engine says that the image is: each layer with its own digest (`RootFS.Layers`), the configuration
 * with the image's ID, and each blob with its name. Where the ID is that of a manifest (containerd store), the way from there to the configuration.
 */
export function compareContent(image: Image, store: EngineFact['store'], files: ArchiveFiles): Compared {
  const manifest = jsonOf(files, 'manifest.json');
  const entry = Array.isArray(manifest) ? (manifest as readonly Json[])[0] : undefined;
  const paths = isJsonObject(entry) ? entry : {};
  const config = textOf(paths['Config']);
  const layers = Array.isArray(paths['Layers']) ? paths['Layers'].map(textOf) : [];
  const expected = image.RootFS?.Layers ?? [];

  const broken = new Set<string>();
  if (!isRightConfig(config, image, store, files)) broken.add('config');
  if (!sameList(diffIdsOf(files, config), expected)) broken.add('config');
  if (layers.length !== expected.length) broken.add('layers');
  for (const [index, digest] of expected.entries()) {
    const path = layers[index];
    const file = path === undefined ? undefined : files.file(path);
    if (file && file.unpacked === undefined && isNamedByHash(path, file.raw)) return { unknown: path ?? '' };
    if (digest !== `sha256:${file?.unpacked}`) broken.add(digest);
  }
  for (const path of files.paths) {
    const raw = files.file(path)?.raw;
    if (/^blobs\/sha256\/[0-9a-f]{64}$/.test(path) && !path.endsWith(raw ?? ' ')) broken.add(path);
  }
  return { intact: broken.size === 0, layers: expected.length, broken: [...broken].slice(0, 20) };
}

function isRightConfig(
  path: string,
  { Id }: Image,
  store: EngineFact['store'],
  files: ArchiveFiles,
): boolean {
  const config = files.file(path)?.raw;
  if (config === undefined) return false;
  const id = Id.replace(/^sha256:/, '');
  return store === 'containerd' ? leadsTo(id, config, files) : config === id;
}

/** From the index or manifest that is the image's ID down to its configuration, by digests alone. */
function leadsTo(from: string, config: string, files: ArchiveFiles): boolean {
  const blob = blobOf(files, from);
  if (!blob) return false;
  const digestOf = (descriptor: Json | undefined): string =>
    isJsonObject(descriptor) ? textOf(descriptor['digest']).replace(/^sha256:/, '') : '';
  if (digestOf(blob['config']) === config) return true;
  const manifests = Array.isArray(blob['manifests']) ? (blob['manifests'] as readonly Json[]) : [];
  // An index names every platform's manifest; the archive holds those that were pulled.
  return manifests.some((descriptor) => {
    const manifest = blobOf(files, digestOf(descriptor));
    return manifest !== undefined && digestOf(manifest['config']) === config;
  });
}

/** A blob that is what its name says. */
function blobOf(files: ArchiveFiles, hash: string): JsonObject | undefined {
  const path = `blobs/sha256/${hash}`;
  if (files.file(path)?.raw !== hash) return undefined;
  const blob = jsonOf(files, path);
  return isJsonObject(blob) ? blob : undefined;
}

function diffIdsOf(files: ArchiveFiles, config: string): readonly string[] {
  const document = jsonOf(files, config);
  const rootfs = isJsonObject(document) ? document['rootfs'] : undefined;
  const ids = isJsonObject(rootfs) ? rootfs['diff_ids'] : undefined;
  return Array.isArray(ids) ? ids.map(textOf) : [];
}

function jsonOf(files: ArchiveFiles, path: string): Json | undefined {
  const text = files.file(path)?.text;
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Json; // what JSON.parse gives is JSON
  } catch {
    return undefined; // damaged: then its hash is wrong too
  }
}

const isNamedByHash = (path: string | undefined, hash: string): boolean => path?.endsWith(hash) ?? false;
const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

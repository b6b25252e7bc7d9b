import type { ImageFact } from '../../../evidence/facts';
import { isJsonObject, type Json } from '../../../text/json';
import { setPath } from '../set-path';
import type { Write, Writers } from '../write-values';
import { writePaths } from './container-writers';

type Of = Write<ImageFact>;

const at =
  (path: string, convert: (value: Json | undefined) => Json | undefined = (value) => value): Of =>
  (image, value) => ({ ...image, inspect: setPath(image.inspect, path, convert(value)) });

const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];
const keyed = (value: Json | undefined) => Object.fromEntries(listOf(value).map((key) => [String(key), {}]));
const environment = (value: Json | undefined): Json =>
  isJsonObject(value) ? Object.entries(value).map(([name, text]) => `${name}=${String(text)}`) : [];

/** The place from which each attribute of an image is read. Where it comes from has generators of its own. */
export const imageWriters: Writers<ImageFact> = {
  'based-on': at('RootFS.Layers', () => [`sha256:${'7'.repeat(64)}`]),
  id: at('Id', () => `sha256:${'7'.repeat(64)}`),
  tags: at('RepoTags'),
  digests: at('RepoDigests', (value) => listOf(value).map((digest) => `other@${String(digest)}`)),
  os: at('Os'),
  arch: at('Architecture'),
  platform: at('Architecture'),
  labels: at('Config.Labels'),
  author: at('Author'),
  created: at('Created'),
  size: at('Size'),
  layers: at('RootFS.Layers', (count) =>
    Array.from({ length: Math.min(Number(count), 1000) }, (_, index) => `sha256:${index}`),
  ),
  history: (image, value) => ({
    ...image,
    history: listOf(value).map((createdBy) => ({ createdBy: String(createdBy), comment: '', tags: [] })),
  }),
  command: at('Config.Cmd'),
  entrypoint: at('Config.Entrypoint'),
  env: at('Config.Env', environment),
  user: at('Config.User'),
  workdir: at('Config.WorkingDir'),
  'exposed-ports': at('Config.ExposedPorts', keyed),
  volumes: at('Config.Volumes', keyed),
  healthcheck: at('Config.Healthcheck.Test', (value) =>
    value === undefined ? undefined : ['CMD', ...listOf(value)],
  ),
  inspect: (image, value) => ({ ...image, inspect: writePaths(image.inspect, value) }),
};

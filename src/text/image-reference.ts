import { err, ok, type Result } from './result';

/**
 * An image's name as the engine understands it, with Docker Hub's short forms spelled out.
 * Grammar and normalisation: github.com/distribution/reference, the library that the engine itself uses.
 */
export interface ImageReference {
  /** Registry with its port, such as `docker.io` or `localhost:5000`. */
  readonly domain: string;
  /** Repository in the registry, such as `library/ubuntu`. */
  readonly path: string;
  readonly tag?: string;
  /** With its algorithm: `sha256:…`. */
  readonly digest?: string;
}

/** Why a text is no image reference; `part` is the piece at fault, cut to a showable length. */
export interface ReferenceProblem {
  readonly code:
    | 'reference-empty'
    | 'reference-too-long'
    | 'reference-is-id'
    | 'reference-upper-case'
    | 'reference-domain'
    | 'reference-path'
    | 'reference-tag'
    | 'reference-digest';
  readonly part: string;
}

const HUB = 'docker.io';
const LEGACY_HUB = 'index.docker.io';
const MAX_TEXT = 1024;
const MAX_PATH = 255;

const ID = /^(?:sha256:)?[a-f0-9]{64}$/;
const DOMAIN_LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const DOMAIN = new RegExp(`^(?:${DOMAIN_LABEL}(?:\\.${DOMAIN_LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
const PATH_COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const PATH = new RegExp(`^${PATH_COMPONENT}(?:/${PATH_COMPONENT})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;

/** Whether a text is a full image ID (64 hexadecimal digits, with or without `sha256:`), which the engine never takes for a name. */
export function isImageId(text: string): boolean {
  return ID.test(text);
}

/** Parses what a student types after `docker pull` or `docker run`. A missing tag stays missing. */
export function parseReference(text: string): Result<ImageReference, ReferenceProblem> {
  if (text === '') return problem('reference-empty', text);
  if (text.length > MAX_TEXT) return problem('reference-too-long', text);
  if (isImageId(text)) return problem('reference-is-id', text);

  const [beforeDigest, digest] = cutAt(text, text.indexOf('@'));
  // A colon before the last slash belongs to the registry's port, not to a tag.
  const colon = beforeDigest.lastIndexOf(':');
  const [name, tag] = cutAt(beforeDigest, colon > beforeDigest.lastIndexOf('/') ? colon : -1);
  const { domain, path, typed } = splitDomain(name);

  if (!DOMAIN.test(domain)) return problem('reference-domain', domain);
  if (path.toLowerCase() !== path) return problem('reference-upper-case', typed);
  if (!PATH.test(path)) return problem('reference-path', typed);
  if (path.length > MAX_PATH) return problem('reference-too-long', typed);
  if (tag !== undefined && !TAG.test(tag)) return problem('reference-tag', tag);
  if (digest !== undefined && !DIGEST.test(digest)) return problem('reference-digest', digest);
  return ok({
    domain,
    path,
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  });
}

/** The one full spelling: `docker.io/library/ubuntu:latest`. */
export function canonical(reference: ImageReference): string {
  return `${reference.domain}/${reference.path}${suffix(reference)}`;
}

/** The shortest spelling that means the same, as `docker images` shows it: `ubuntu:latest`. */
export function familiar(reference: ImageReference): string {
  if (reference.domain !== HUB) return canonical(reference);
  const [, official] = /^library\/([^/]+)$/.exec(reference.path) ?? [];
  const short = `${official ?? reference.path}${suffix(reference)}`;
  // docker.io/localhost/x or docker.io/a.b/c would name another registry once shortened.
  const back = parseReference(short);
  return back.ok && canonical(back.value) === canonical(reference) ? short : canonical(reference);
}

/** Same registry and repository, whatever the tag or digest. */
export function sameRepository(a: ImageReference, b: ImageReference): boolean {
  return a.domain === b.domain && a.path === b.path;
}

/** Same repository and tag; a bare name means `latest`, a digest without a tag has no tag at all. */
export function sameImageName(a: ImageReference, b: ImageReference): boolean {
  return sameRepository(a, b) && effectiveTag(a) === effectiveTag(b);
}

/** Names the same content to the engine: where there is a digest it alone decides and the tag is ignored, as `docker pull` does. */
export function sameReference(a: ImageReference, b: ImageReference): boolean {
  if (a.digest === undefined && b.digest === undefined) return sameImageName(a, b);
  return sameRepository(a, b) && a.digest === b.digest;
}

function effectiveTag({ tag, digest }: ImageReference): string | undefined {
  return tag ?? (digest === undefined ? 'latest' : undefined);
}

function suffix(reference: ImageReference): string {
  const tag = effectiveTag(reference);
  return (
    (tag === undefined ? '' : `:${tag}`) + (reference.digest === undefined ? '' : `@${reference.digest}`)
  );
}

/** `typed` is the path before Docker Hub's `library/` is put in front: what a message must show. */
function splitDomain(name: string): { domain: string; path: string; typed: string } {
  const [first, rest] = cutAt(name, name.indexOf('/'));
  if (rest === undefined) return { domain: HUB, path: `library/${name}`, typed: name };
  const isDomain = first === 'localhost' || /[.:]/.test(first) || first.toLowerCase() !== first;
  if (!isDomain) return { domain: HUB, path: name, typed: name };
  const domain = first === LEGACY_HUB ? HUB : first;
  const isOfficial = domain === HUB && !rest.includes('/');
  return { domain, path: isOfficial ? `library/${rest}` : rest, typed: rest };
}

function cutAt(text: string, index: number): [string, string | undefined] {
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)];
}

function problem(code: ReferenceProblem['code'], part: string): Result<never, ReferenceProblem> {
  return err({ code, part: part.length > 80 ? `${part.slice(0, 79)}…` : part });
}

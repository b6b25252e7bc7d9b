import type { Json } from '../../../text/json';
import { familiar, parseReference } from '../../../text/image-reference';

/** One spelling for all spellings of a name, so that `ubuntu` and `docker.io/library/ubuntu:latest` are asked for once; IDs stay as they are. */
export function spelledOnce(reference: string): string {
  const parsed = parseReference(reference);
  // Twelve hexadecimal digits can be a name or a short ID: only the engine knows.
  return !parsed.ok || /^[0-9a-f]{6,64}$/.test(reference) ? reference : familiar(parsed.value);
}

/** Validation lets only texts through as an image's name; `12345` is one that YAML reads as a number. */
export function imageAskedFor(subject: Json): string {
  return spelledOnce(
    typeof subject === 'number' ? String(subject) : typeof subject === 'string' ? subject : '',
  );
}

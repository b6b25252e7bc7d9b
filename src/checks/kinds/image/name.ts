import { familiar, parseReference } from '../../../text/image-reference';

/** One spelling for all spellings of a name, so that `ubuntu` and `docker.io/library/ubuntu:latest` are asked for once; IDs stay as they are. */
export function spelledOnce(reference: string): string {
  const parsed = parseReference(reference);
  // Twelve hexadecimal digits can be a name or a short ID: only the engine knows.
  return !parsed.ok || /^[0-9a-f]{6,64}$/.test(reference) ? reference : familiar(parsed.value);
}

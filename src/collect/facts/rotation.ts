import type { ContainerInspect } from '../../evidence/docker';
import { parseSize } from '../../text/size';

/** What the `local` driver does when nobody says anything else. */
const localDefaults = { size: 20 * 1024 * 1024, files: 5 };
/** An entry's own fields, and the longest way that JSON has to write a byte. */
const perLine = 100;
const perByte = 6;

/**
 * Whether a log's driver may have thrown away its beginning (`--log-opt max-size`): all files but the newest are full before the oldest one goes, so that what is less than they hold is
 * all that there was. With one file, which `json-file` has by default, nobody can tell.
 */
export function mayHaveRotated(inspect: ContainerInspect, bytes: number, lines: number): boolean {
  // The raw document is kept whole; the narrow type only names the fields that most kinds read.
  const { HostConfig: host } = inspect as {
    HostConfig?: { LogConfig?: { Type?: unknown; Config?: Readonly<Record<string, unknown>> | null } };
  };
  const { Type: type, Config: options } = host?.LogConfig ?? {};
  const isLocal = type === 'local';
  const asked = options?.['max-size'];
  if (!isLocal && (type !== 'json-file' || typeof asked !== 'string' || asked === '-1')) return false;
  const parsed = typeof asked === 'string' ? parseSize(asked) : undefined;
  const size = parsed?.ok === true ? parsed.value : localDefaults.size;
  const files = Number(options?.['max-file'] ?? (isLocal ? localDefaults.files : 1));
  return bytes * perByte + lines * perLine >= (files - 1) * size;
}

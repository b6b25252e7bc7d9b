import { err, ok, type Result } from './result';

/** An operating system and a processor in Go's words, as the engine's API uses them; what is absent was not said. */
export interface Platform {
  readonly os?: string;
  readonly architecture?: string;
  /** Version of the ARM instruction set: `v6`, `v7`; absent for arm64, where only `v8` exists in practice. */
  readonly variant?: string;
}

/** Why a text is no platform; `part` is the text, cut to a showable length. */
export interface PlatformProblem {
  readonly code: 'platform-syntax' | 'platform-unknown';
  readonly part: string;
}

// The names that `uname -m`, Debian and containerd's platforms package use for the same processors.
const ARCHITECTURES: ReadonlyMap<string, string> = new Map([
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['aarch64', 'arm64'],
  ['arm64/v8', 'arm64'],
  ['aarch64/v8', 'arm64'],
  ['i386', '386'],
  ['i486', '386'],
  ['i586', '386'],
  ['i686', '386'],
  ['arm', 'arm/v7'],
  ['armhf', 'arm/v7'],
  ['armv7l', 'arm/v7'],
  ['armel', 'arm/v6'],
  ['armv6l', 'arm/v6'],
  ['ppc64el', 'ppc64le'],
  ['loong64', 'loong64'],
  ['loongarch64', 'loong64'],
  ...['amd64', 'arm64', '386', 'ppc64le', 's390x', 'riscv64', 'mips64le', 'wasm'].map(
    (name) => [name, name] as const,
  ),
]);
const SYSTEMS: ReadonlyMap<string, string> = new Map([
  ['macos', 'darwin'],
  ...['linux', 'windows', 'darwin', 'freebsd'].map((name) => [name, name] as const),
]);

/** Parses `linux/amd64`, `linux/arm/v7`, `arm64`, `x86_64`, `linux` and the other usual names, whatever their case. */
export function parsePlatform(text: string): Result<Platform, PlatformProblem> {
  const part = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  const lower = text.trim().toLowerCase();
  if (!/^[\w.-]+(?:\/[\w.-]+){0,2}$/.test(lower)) return err({ code: 'platform-syntax', part });
  const [first = '', ...others] = lower.split('/');
  const os = SYSTEMS.get(first);
  if (os !== undefined && others.length === 0) return ok({ os });
  const processor = os === undefined ? lower : others.join('/');
  const known =
    ARCHITECTURES.get(processor) ??
    (/^(?:arm\/v[5-8]|amd64\/v[1-4])$/.test(processor) ? processor : undefined);
  if (known === undefined) return err({ code: 'platform-unknown', part });
  const [architecture = '', variant] = known.split('/');
  return ok({
    ...(os === undefined ? {} : { os }),
    architecture,
    ...(variant === undefined ? {} : { variant }),
  });
}

/** `linux/arm/v7`, without what was not said. */
export function formatPlatform({ os, architecture, variant }: Platform): string {
  return [os, architecture, variant].filter((part) => part !== undefined).join('/');
}

/** Whether all that was expected is so; what the expectation does not say may be anything. */
export function matchesPlatform(expected: Platform, actual: Platform): boolean {
  const agrees = (key: keyof Platform): boolean =>
    expected[key] === undefined || expected[key] === actual[key];
  return agrees('os') && agrees('architecture') && agrees('variant');
}

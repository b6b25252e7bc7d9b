import { parseReference } from '../text/image-reference';
import type { ShownCheck, ShownReport } from './shown/shown-report';
import { words } from './words';

/** What the registry is said to serve was said by a mirror, which the student configures: whoever reads the verdict should know. */
export function mirrorNote(check: ShownCheck, { engine, language }: ShownReport): string | undefined {
  const mirrors = engine?.mirrors ?? [];
  const isSaid = check.outcome === 'passed' || check.outcome === 'failed';
  const asks = check.kind === 'image' && check.assertions.some(({ key }) => key === 'verified');
  if (mirrors.length === 0 || !isSaid || !asks || typeof check.subject !== 'string') return undefined;
  const name = parseReference(check.subject);
  return name.ok && name.value.domain === 'docker.io' ? words[language].mirrors(mirrors) : undefined;
}

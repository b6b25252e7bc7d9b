import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { kinds } from '../../src/checks/registry';
import type { Evidence } from '../../src/evidence/evidence';
import type { Lab } from '../../src/spec/lab';
import { loadLab } from '../../src/spec/load-lab';

const labsFolder = resolve(__dirname, '../../labs');

/** What a lab's reference session left on a real engine. */
export const referenceEvidence = (lab: string): Evidence =>
  JSON.parse(readFileSync(join(labsFolder, lab, 'sessions', 'reference.evidence.json'), 'utf8')) as Evidence;

/** A lab of one task worth 20, from its checks in YAML, each line indented as a list. */
export function labOfChecks(checks: string): Lab {
  const indented = checks.trim().replaceAll('\n', '\n      ');
  const text = `vigie: 1
id: weak
lang: en
title: A lab
tasks:
  - id: task
    title: A task
    points: 20
    checks:
      ${indented}
`;
  const lab = loadLab({ text, file: 'lab.yaml', hash: 'sha256:0', kinds });
  if (!lab.ok) throw new Error(JSON.stringify(lab.error));
  return lab.value;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckKind } from '../../src/checks/kind';
import { checkIndex, checkPage } from './check-pages';
import { labSchema } from './lab-schema';
import { messagePage } from './message-page';
import { reportValidatorModule } from './report-validator';
import { validatorsModule } from './validators';

export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** All that follows from the kinds of check and the catalogues of messages, with its path in the repository at `root`. */
export function generatedFiles(
  kinds: Readonly<Record<string, CheckKind>>,
  root: string,
): readonly GeneratedFile[] {
  const reportSchema = JSON.parse(readFileSync(join(root, 'schema/report.schema.json'), 'utf8')) as object;
  return [
    { path: 'src/spec/generated/validators.ts', text: validatorsModule(kinds) },
    { path: 'src/report/shown/generated/report-validator.ts', text: reportValidatorModule(reportSchema) },
    { path: 'schema/lab.schema.json', text: JSON.stringify(labSchema(kinds)) },
    { path: 'docs/checks/README.md', text: checkIndex(kinds) },
    { path: 'docs/messages.md', text: messagePage(root) },
    ...Object.values(kinds).map((kind) => ({ path: `docs/checks/${kind.kind}.md`, text: checkPage(kind) })),
  ];
}

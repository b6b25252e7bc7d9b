import type { CheckKind } from '../../src/checks/kind';
import { validatorsModule } from './validators';

export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** All that follows from the kinds of check alone, with its path in the repository. */
export function generatedFiles(kinds: Readonly<Record<string, CheckKind>>): readonly GeneratedFile[] {
  return [{ path: 'src/spec/generated/validators.ts', text: validatorsModule(kinds) }];
}

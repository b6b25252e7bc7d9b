import { textOfTrouble } from '../../src/text/file-trouble';
import type { NameProblem } from '../new/read-one-name';
import type { NewThing } from '../new/run-new';
import { planNewCheck } from './plan-new-check';

/** `npm run new:check`: for developers of Vigie, and so in English only. */
export const newCheck: NewThing = {
  hasLanguage: false,
  help: `Usage: npm run new:check -- <kind>

Writes the files of a new kind of check, with its texts and its test, and
registers it.

  <kind>      as labs will write it, small letters only, such as volume
  -h, --help  display this help
`,
  plan: (kind, { read }) => planNewCheck(kind, read),
  sayProblem,
  sayUnwritable: (path, trouble) => [`${path} could not be written: ${textOfTrouble(trouble, 'en')}`],
  sayDone: () => ['Now mend what says TODO, and run `npm run generate`.'],
};

function sayProblem(problem: NameProblem): readonly string[] {
  switch (problem.code) {
    case 'missing':
      return ['The name of the kind is missing.', '→ Try: npm run new:check -- volume'];
    case 'several':
      return [
        `One kind at a time, and ${problem.names.length} names were given (${problem.names.join(', ')}).`,
        '→ Try: npm run new:check -- volume',
      ];
    case 'unknown-option':
      return [`Unknown option: ${problem.option}.`, '→ For help: npm run new:check -- --help'];
    case 'language':
      return ['There is no --lang here: what it says is in English.'];
  }
}

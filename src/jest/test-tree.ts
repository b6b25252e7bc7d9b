import { attributeName } from '../checks/attribute-name';
import { tellResource } from '../checks/tell/subject';
import { withNames } from '../checks/with-names';
import type { CheckVerdict, LabVerdict, Outcome } from '../judge/verdict';
import type { Text } from '../messages/catalogue';
import type { Message } from '../messages/message';
import type { Check, Lab } from '../spec/lab';
import { escapeTerminal } from '../text/escape-terminal';
import { localize, type Language } from '../text/language';

/** A lab as Jest shows it; plain JSON, since it is handed into the sandbox. */
export interface LabTests {
  readonly title: string;
  readonly tasks: readonly TaskTests[];
}
export interface TaskTests {
  readonly title: string;
  readonly checks: readonly CheckTest[];
}
export interface CheckTest {
  readonly title: string;
  readonly outcome: Outcome;
  /** Why it did not pass, and what to try. */
  readonly explanation: string;
}

/** One `describe` a lab and a task, one test a check, titles in the language of the run. */
export function testTree(
  labs: readonly Lab[],
  verdicts: readonly LabVerdict[],
  language: Language,
  say: (message: Message, language: Language) => Text,
): readonly LabTests[] {
  return labs.map((lab) => {
    const tasks = verdicts.find((verdict) => verdict.lab === lab.id)?.tasks ?? [];
    return {
      title: `${lab.id} ${localize(lab.title, language, lab.lang)}`,
      tasks: lab.tasks.map((task) => {
        const checks = tasks.find((verdict) => verdict.task === task.id)?.checks ?? [];
        return {
          title: localize(task.title, language, lab.lang),
          checks: task.checks.map((check) => {
            const verdict = checks.find((one) => one.check === check.id);
            return {
              title: titleOf(check, language, lab),
              outcome: verdict?.outcome ?? 'error',
              explanation: verdict ? explain(check, verdict, language, say) : 'not judged',
            };
          }),
        };
      }),
    };
  });
}

function titleOf(check: Check, language: Language, lab: Lab): string {
  if (check.title !== undefined) return localize(check.title, language, lab.lang);
  const resource = tellResource(check.kind, check.subject, language);
  const asserted = Object.keys(check.keys)
    .map((key) => attributeName(check.kind, key, language))
    .join(', ');
  return `${resource}${asserted && `: ${asserted}`}`;
}

function explain(
  check: Check,
  verdict: CheckVerdict,
  language: Language,
  say: (message: Message, language: Language) => Text,
): string {
  if (!verdict.message || (check.hidden && verdict.outcome === 'failed')) return verdict.outcome;
  const { says, hint } = say(withNames(verdict.message, check, language), language);
  // Names and pages of a student are in it, and Jest prints it as it is.
  return escapeTerminal(hint === undefined ? says : `${says}\n${hint}`, { multiline: true });
}

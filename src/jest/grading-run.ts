import { judgeCheck } from '../judge/judge-check';
import { judgeLab } from '../judge/judge-lab';
import type { CheckVerdict, LabVerdict } from '../judge/verdict';
import { look as lookUp, type Evidence } from '../evidence/evidence';
import type { Text, Texts } from '../messages/catalogue';
import { textOf, textOfFault } from '../messages/render';
import type { Message } from '../messages/message';
import type { Fault } from '../evidence/fault';
import type { Check, Lab } from '../spec/lab';
import type { Language } from '../text/language';

/**
 * One grading as the tests see it. It is handed to Jest's side as one object, whose functions bring the judge and the texts with
 * them: the modules that Jest loads stay small.
 */
export interface GradingRun {
  readonly labs: readonly Lab[];
  readonly language: Language;
  /** Begins before Jest does. It rejects when nothing could be graded at all. */
  readonly evidence: Promise<Evidence>;
  /** Judges all labs; the outcomes of hand-written graders are facts of the evidence by then. */
  readonly verdicts: (evidence: Evidence) => readonly LabVerdict[];
  /** Judges one statement of a hand-written grader, as if a lab had made it. */
  readonly judge: (check: Check, evidence: Evidence) => CheckVerdict;
  readonly say: (message: Message, language: Language) => Text;
  readonly sayFault: (fault: Fault, language: Language) => Text;
}

/** `labs` are the selected ones, at least one. The texts of other languages than the run's are asked for where a test has something to say. */
export function gradingRun(
  labs: readonly [Lab, ...Lab[]],
  language: Language,
  textsOf: (language: Language) => Texts,
  evidence: Promise<Evidence>,
): GradingRun {
  return {
    labs,
    language,
    evidence,
    verdicts: (found) => labs.map((lab) => judgeLab(lab, found)),
    judge: (check, found) => judgeCheck(check, labs[0], (request) => lookUp(found, request)).verdict,
    say: (message, spoken) => textOf(message, textsOf(spoken)),
    sayFault: (fault, spoken) => textOfFault(fault, textsOf(spoken)),
  };
}

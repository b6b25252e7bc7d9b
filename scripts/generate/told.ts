import type { Text } from '../../src/messages/catalogue';
import { texts as en } from '../../src/messages/en';
import { texts as fr } from '../../src/messages/fr';
import { textOf, textOfFault } from '../../src/messages/render';
import type { Message } from '../../src/messages/message';
import type { Fault } from '../../src/evidence/fault';
import { problemText } from '../../src/spec/format-problems';
import type { Problem } from '../../src/spec/problem';
import type { SampleArgs, Source } from './sample-args';

/** One code in both languages, as people read it. */
export interface Told {
  readonly code: string;
  readonly fr: Text;
  readonly en: Text;
}

/** Renders a code with sample arguments, which are what its type says: the checker made them of it. */
export function toldBy(source: Source, code: string, args: SampleArgs): Told {
  switch (source) {
    case 'messages': {
      const message = { code, args } as unknown as Message;
      return { code, fr: textOf(message, fr), en: textOf(message, en) };
    }
    case 'faults': {
      const fault = { code, args } as unknown as Fault;
      return { code, fr: textOfFault(fault, fr), en: textOfFault(fault, en) };
    }
    case 'spec': {
      const problem = { code, args } as unknown as Problem;
      return { code, fr: { says: problemText(problem, 'fr') }, en: { says: problemText(problem, 'en') } };
    }
  }
}

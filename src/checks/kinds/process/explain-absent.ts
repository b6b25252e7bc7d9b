import { message, type Message } from '../../../messages/message';
import { nearest } from '../../../text/nearest';
import { isPatternText } from '../../../text/pattern';
import type { CheckInput, Look } from '../../kind';
import type { Container } from '../container/container';
import { rivalsOf } from '../package/rivals';
import { isProcess } from './matches';
import { programOf, type Process } from './processes';

/** A process that does not run, and all that may tell why. */
interface Absent extends CheckInput {
  readonly process: string;
  /** The program that it is of: `nginx` of `nginx: master`. Empty for a pattern. */
  readonly program: string;
  readonly name: string;
  readonly container: Container;
  readonly running: readonly Process[];
  readonly look: Look;
}
type Rule = (absent: Absent) => Message | undefined;

const zombie: Rule = ({ process, name, running, program }) =>
  running.some((one) => one.zombie && (one.command === program || isProcess(process, one.command)))
    ? message('process.zombie', { process, container: name })
    : undefined;

/** Only where the lab itself asks for the package: nothing more is read for the sake of this message. */
const notInstalled: Rule = ({ process, program, name, lab, look }) => {
  const asked = lab.tasks
    .flatMap(({ checks }) => checks)
    .some(({ kind, subject, keys }) => kind === 'package' && subject === program && keys['in'] === name);
  if (!asked || program === '') return undefined;
  const fact = look({ fact: 'packages', container: name, names: [program] });
  if (!('value' in fact) || fact.value === null || fact.value.manager === 'none') return undefined;
  return fact.value.installed[program] === undefined
    ? message('process.not-installed', { process, container: name, package: program })
    : undefined;
};

const rival: Rule = ({ process, program, name, running }) => {
  const programs = running.filter((one) => !one.zombie).map(({ command }) => programOf(command));
  const found = programs.find((one) => rivalsOf(program).includes(one)) ?? nearest(program, programs);
  return found === undefined || found === program
    ? undefined
    : message('process.other-program', { process, container: name, found });
};

/** It runs, and yet it has ended before: then whatever was started by hand went with that end. */
const restarted: Rule = ({ process, name, container, running }) => {
  const { FinishedAt: finished = '' } = container.inspect.State ?? {};
  const [main] = running;
  if (main === undefined || finished === '' || finished.startsWith('0001-')) return undefined;
  return message('process.container-restarted', { process, container: name, main: programOf(main.command) });
};

const installedNotStarted: Rule = ({ process, program, name, look }) => {
  if (program === '') return undefined;
  const fact = look({ fact: 'packages', container: name, names: [program] });
  const version = 'value' in fact ? fact.value?.installed[program] : undefined;
  return version === undefined
    ? undefined
    : message('process.installed-not-started', { process, container: name, program });
};

const onlyMain: Rule = ({ process, name, running }) => {
  const [main, second] = running;
  return main !== undefined && second === undefined
    ? message('process.only-main', { process, container: name, main: programOf(main.command) })
    : undefined;
};

const rules: readonly Rule[] = [zombie, notInstalled, rival, restarted, installedNotStarted, onlyMain];

export function explainAbsent(absent: Omit<Absent, 'program'>): Message {
  const program = isPatternText(absent.process) ? '' : programOf(absent.process);
  for (const rule of rules) {
    const found = rule({ ...absent, program });
    if (found) return found;
  }
  const running = [...new Set(absent.running.map(({ command }) => programOf(command)))].slice(0, 5);
  return message('process.absent', { process: absent.process, container: absent.name, running });
}

import { Option, type Command } from 'commander';
import { exitRules } from '../../grading/exit-code';
import { formatNames } from '../../report/formats/names';
import type { AnswerFlags } from '../commands/answer';
import type { GradeFlags } from '../commands/grade-flags';
import type { CommandParts, LangFlag } from './command-parts';
import { processIo } from '../io';
import { collectText } from './option-values';

type WatchFlags = Omit<GradeFlags, 'report'>;

interface DoctorFlags extends LangFlag {
  readonly host?: string;
  readonly context?: string;
}

/** `vigie grade` and what goes with it on a student's host. */
export function addGradingCommands(vigie: Command, parts: CommandParts): void {
  addGrade(vigie, parts);
  addOthers(vigie, parts);
}

function addGrade(vigie: Command, { language, onEngine, values, finish }: CommandParts): void {
  const { givenText, points, reports, timeLimit } = values;
  onEngine(vigie.command('grade [labs...]'))
    .description('say what holds on this Docker host, and the mark')
    .addOption(language())
    .option('--labs <folder>', 'folder of the labs', 'labs')
    .option('--graders <folder>', 'folder of hand-written graders', collectText, [])
    .option('--report <format[=file]>', `write a report: ${formatNames.join(', ')}`, reports, [])
    .option('--sign [key]', 'sign each JSON report with this private key, or that of VIGIE_SIGNING_KEY')
    .option(
      '--submission <path>',
      'play what was handed in on a disposable engine, and grade what it leaves',
      givenText,
    )
    .option('--time-limit <duration>', 'for playing it, such as 5m', timeLimit)
    .option('--signed-for <id>', 'what is graded, for the signature', givenText)
    .option('--save-evidence <file>', 'keep what was seen, to judge it again')
    .option('--evidence <file>', 'judge saved evidence instead of looking at the host')
    .option('--answers <file>', 'the answers to the lab’s questions, if not answers.yaml beside the lab')
    .option('--pass <points>', 'the pass mark, instead of the labs’ own', points)
    .addOption(
      new Option('--exit <rule>', 'graded: exit code 0 whatever the mark, 3 when it is incomplete')
        .choices(exitRules)
        .default('mark'),
    )
    .option('--full', 'show every check of each lab, not only what to do next')
    .option('--dry-run', 'only print what would be asked of the host')
    .option('--watch', 'grade again whenever something happens on the host')
    .option('-t, --test-name-pattern <regex>', 'run only the Jest tests of that name')
    .action(async (labs: string[], flags: GradeFlags) => {
      const io = processIo(flags.lang);
      const { gradeFromFlags } = await import('../commands/grade-flags.js');
      finish(await gradeFromFlags(labs, flags, io));
    });
}

function addOthers(vigie: Command, { language, onEngine, finish }: CommandParts): void {
  onEngine(vigie.command('watch [labs...]'))
    .description('grade again whenever something happens on the host, and record what the engine forgets')
    .addOption(language())
    .option('--labs <folder>', 'folder of the labs', 'labs')
    .option('--graders <folder>', 'folder of hand-written graders', collectText, [])
    .option('--answers <file>', 'the answers to the lab’s questions, if not answers.yaml beside the lab')
    .option('--plain', 'say what changes in lines that stay, as for a screen reader')
    .action(async (labs: string[], flags: WatchFlags) => {
      const { gradeFromFlags } = await import('../commands/grade-flags.js');
      finish(await gradeFromFlags(labs, { ...flags, report: [], watch: true }, processIo(flags.lang)));
    });

  vigie
    .command('answer')
    .description('write your answer to a question of a lab into its answers.yaml')
    .argument('<lab>', 'the lab')
    .argument('<question>', 'the question, such as container-id')
    .argument('<answer...>', 'your answer')
    .addOption(language())
    .option('--labs <folder>', 'folder of the labs', 'labs')
    .option('--answers <file>', 'the answers to the lab’s questions, if not answers.yaml beside the lab')
    .action(
      async (lab: string, question: string, words: string[], { lang, ...flags }: AnswerFlags & LangFlag) => {
        const { answer } = await import('../commands/answer.js');
        finish(answer(lab, question, words.join(' '), flags, processIo(lang)));
      },
    );

  vigie
    .command('record')
    .description('run your shell and write what you type to a session, without the answers')
    .argument('[file]', 'the session, my.session if not given')
    .addOption(language())
    .action(async (file: string | undefined, { lang }: LangFlag) => {
      const { record } = await import('../commands/record.js');
      finish(await record(file, processIo(lang)));
    });

  onEngine(vigie.command('doctor'))
    .description('say which Docker engine would be graded, and whether it can be')
    .addOption(language())
    .action(async ({ lang, ...preferences }: DoctorFlags) => {
      const { doctor } = await import('../commands/doctor.js');
      finish(await doctor(preferences, processIo(lang)));
    });

  vigie
    .command('demo [labs...]')
    .description('play the labs on a disposable engine, grade them, and remove it all (root on Debian)')
    .addOption(language())
    .action(async (labs: string[], { lang }: LangFlag) => {
      const { demo } = await import('../commands/demo.js');
      finish(await demo(labs, processIo(lang)));
    });
}

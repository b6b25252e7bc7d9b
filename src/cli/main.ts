#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import { exitCodes, exitRules, type ExitCode } from '../grading/exit-code';
import { graderVersion } from '../grading/version';
import type { DraftFlags } from './commands/draft';
import type { GradeFlags } from './commands/grade-flags';
import type { VerifyFlags } from './commands/verify-report';
import { addClassCommands } from './class-commands';
import { endProcess, ignoreClosedPipes } from './ending';
import { processIo, type Io } from './io';
import { formatNames } from '../report/formats/names';
import { collectText, optionValues } from './option-values';
import type { ReportWish } from './report-wish';
import { sayLines } from './say';
import { languageWish, textOfUsageError } from './usage-error';

/** Commands are loaded when they are called: grading must not pay for what it does not use. */
function program(io: Io): Command {
  const { givenText, isoTime, points, report, reports, timeLimit } = optionValues(io.language);
  const vigie = new Command('vigie')
    .description('Grades Docker labs: looks at this machine’s Docker host and explains every verdict.')
    .version(graderVersion)
    .exitOverride()
    .configureOutput({
      outputError: (says) => {
        io.err(sayLines([textOfUsageError(says, io.language)], io));
      },
    })
    .showSuggestionAfterError();
  const language = () => new Option('--lang <language>', 'language of the report').choices(['fr', 'en']);
  const onEngine = (command: Command): Command =>
    command
      .option('--host <url>', 'the engine, as DOCKER_HOST names it')
      .option('--context <name>', 'the engine of this docker context');

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
    .option('--dry-run', 'only print what would be asked of the host')
    .option('--watch', 'grade again whenever something happens on the host')
    .option('-t, --test-name-pattern <regex>', 'run only the Jest tests of that name')
    .action(async (labs: string[], flags: GradeFlags) => {
      const io = processIo(flags.lang);
      const { gradeFromFlags } = await import('./commands/grade-flags.js');
      finish(await gradeFromFlags(labs, flags, io));
    });

  onEngine(vigie.command('watch [labs...]'))
    .description('grade again whenever something happens on the host, and record what the engine forgets')
    .addOption(language())
    .option('--labs <folder>', 'folder of the labs', 'labs')
    .option('--answers <file>', 'the answers to the lab’s questions, if not answers.yaml beside the lab')
    .action(async (labs: string[], flags: WatchFlags) => {
      const { gradeFromFlags } = await import('./commands/grade-flags.js');
      finish(
        await gradeFromFlags(labs, { ...flags, graders: [], report: [], watch: true }, processIo(flags.lang)),
      );
    });

  vigie
    .command('record')
    .description('run your shell and write what you type to a session, without the answers')
    .argument('[file]', 'the session, my.session if not given')
    .addOption(language())
    .action(async (file: string | undefined, { lang }: { readonly lang?: string }) => {
      const { record } = await import('./commands/record.js');
      finish(await record(file, processIo(lang)));
    });

  onEngine(vigie.command('doctor'))
    .description('say which Docker engine would be graded, and whether it can be')
    .addOption(language())
    .action(async ({ lang, ...preferences }: DoctorFlags) => {
      const { doctor } = await import('./commands/doctor.js');
      finish(await doctor(preferences, processIo(lang)));
    });

  vigie
    .command('demo [labs...]')
    .description('play the labs on a disposable engine, grade them, and remove it all (root on Debian)')
    .addOption(language())
    .action(async (labs: string[], { lang }: { readonly lang?: string }) => {
      const { demo } = await import('./commands/demo.js');
      finish(await demo(labs, processIo(lang)));
    });

  vigie
    .command('report')
    .description('write a saved report (report.json) in another format')
    .argument('<format[=file]>', formatNames.join(', '), report)
    .argument('<report>', 'what --report json wrote')
    .addOption(language())
    .action(async (wish: ReportWish, file: string, { lang }: { readonly lang?: string }) => {
      const { convertReport } = await import('./commands/report.js');
      finish(convertReport(file, wish, processIo(lang)));
    });

  vigie
    .command('keys')
    .description('make a pair of keys: one signs reports, the other verifies them')
    .addOption(language())
    .option('--out <folder>', 'where to put them', '.')
    .action(async ({ lang, out }: { readonly lang?: string; readonly out: string }) => {
      const { keys } = await import('./commands/keys.js');
      finish(keys(out, processIo(lang)));
    });

  vigie
    .command('verify-report')
    .description('say whether a report is signed, unchanged, and the one that is expected')
    .argument('<report>', 'what --report json and --sign wrote')
    .addOption(language())
    .requiredOption('--key <file>', 'the public key of who signed')
    .option('--lab <lab>', 'the lab, by id or path, that it has to be about', collectText, [])
    .option('--labs <folder>', 'folder of the labs', 'labs')
    .option('--submission <id>', 'what has to have been graded', givenText)
    .option('--not-before <time>', 'refuse older looks at a host: ISO 8601', isoTime)
    .action(async (file: string, { lang, ...flags }: VerifyFlags & { readonly lang?: string }) => {
      const { verifyReportFile } = await import('./commands/verify-report.js');
      finish(verifyReportFile(file, flags, processIo(lang)));
    });

  vigie
    .command('lint [labs...]')
    .description('check labs without an engine')
    .addOption(language())
    .option('--labs <folder>', 'folder of the labs', 'labs')
    .action(
      async (labs: string[], { lang, labs: folder }: { readonly lang?: string; readonly labs: string }) => {
        const { lintLabs } = await import('./commands/lint.js');
        finish(lintLabs({ labs, folder }, processIo(lang)) as ExitCode);
      },
    );

  vigie
    .command('verify [labs...]')
    .description('prove labs: try them with wrong hosts, made from what their reference session left')
    .addOption(language())
    .option('--labs <folder>', 'folder of the labs', 'labs')
    .option('--sessions', 'also play their sessions on a disposable engine (root on Debian)')
    .option('--update', 'play the reference session, and keep what it leaves as reference evidence')
    .option('--json <file>', 'also write what was proved to this file')
    .action(async (labs: string[], { lang, ...options }: ProveFlags) => {
      const { verify } = await import('./commands/verify.js');
      finish(await verify(labs, options, processIo(lang)));
    });

  onEngine(vigie.command('draft'))
    .description('write a lab from what runs on this Docker host, to be edited')
    .addOption(language())
    .option('--container <name>', 'a container that students have to end up with', collectText, [])
    .option('--image <name>', 'an image that they have to get', collectText, [])
    .option('--id <id>', 'the id of the lab')
    .action(async ({ lang, ...flags }: DraftFlags & LangFlag) => {
      const { draft } = await import('./commands/draft.js');
      finish(await draft(flags, processIo(lang)));
    });

  addClassCommands(vigie, { language, timeLimit, finish });
  return vigie;
}

interface ProveFlags {
  readonly lang?: string;
  readonly labs: string;
  readonly sessions?: boolean;
  readonly update?: boolean;
  readonly json?: string;
}

interface LangFlag {
  readonly lang?: string;
}

type WatchFlags = Omit<GradeFlags, 'graders' | 'report'>;

interface DoctorFlags {
  readonly lang?: string;
  readonly host?: string;
  readonly context?: string;
}

let exitCode: number = exitCodes.reached;
function finish(code: ExitCode): void {
  exitCode = code;
}

const io = processIo(languageWish(process.argv.slice(2)));
ignoreClosedPipes(io.language);
void program(io)
  .parseAsync()
  .catch((error: unknown) => {
    if (error instanceof CommanderError) {
      // Help and --version end this way too, with 0.
      exitCode = error.exitCode === 0 ? 0 : exitCodes.usage;
      return;
    }
    // A bug of ours: never a verdict about the student.
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    exitCode = exitCodes.incomplete;
  })
  .then(() => endProcess(exitCode));

import type { Command } from 'commander';
import type { ClassGradeFlags } from '../commands/class-grade';
import type { ClassMergeFlags } from '../commands/class-merge';
import type { ClassRegradeFlags } from '../commands/class-regrade';
import type { ClassReportFlags } from '../commands/class-report';
import type { CommandParts, LangFlag } from './command-parts';
import { processIo } from '../io';

/** `vigie class …` */
export function addClassCommands(vigie: Command, { language, values, finish }: CommandParts): void {
  const ofClass = vigie.command('class').description('grade a whole class, and what comes of it');
  ofClass
    .command('grade')
    .description('grade the students of a roster, or what is missing since the last time')
    .argument('<roster>', 'the class, roster.yaml')
    .addOption(language())
    .option('--out <folder>', 'folder of the results', 'results')
    .option('--labs <folder>', 'folder of the labs', 'labs')
    .option('--shard <i/n>', 'only this part of the class')
    .option('--concurrency <n>', 'how many students at a time', '8')
    .option('--rooms <n>', 'how many submissions are played at a time, each on an engine of its own', '1')
    .option('--warm <n>', 'how many engines are made ready meanwhile (as many as --rooms)')
    .option('--time-limit <duration>', 'for playing each of them, such as 5m', values.timeLimit)
    .option('--key <file>', 'refuse reports that this public key does not verify')
    .option('--fresh', 'grade again also what is there')
    .option('--allow-outside', 'let paths lead out of the roster’s folder')
    .action(async (roster: string, { lang, ...flags }: ClassGradeFlags & LangFlag) => {
      const { gradeRoster } = await import('../commands/class-grade.js');
      finish(await gradeRoster(roster, flags, processIo(lang)));
    });

  ofClass
    .command('merge')
    .description('put the results of shards together, whatever their order')
    .argument('<folders...>', 'folders of results')
    .addOption(language())
    .requiredOption('--out <folder>', 'a new folder')
    .option('--roster <file>', 'say who is missing')
    .action(async (folders: string[], { lang, ...flags }: ClassMergeFlags & LangFlag) => {
      const { mergeResults } = await import('../commands/class-merge.js');
      finish(mergeResults(folders, flags, processIo(lang)));
    });

  ofClass
    .command('regrade')
    .description('judge the saved evidence of a class again, with corrected labs')
    .argument('<results>', 'the folder of results')
    .addOption(language())
    .option('--labs <folder>', 'folder of the corrected labs', 'labs')
    .option('--evidence <folder>', 'the folder of the roster, from which its paths lead', '.')
    .option('--allow-outside', 'let paths lead out of that folder')
    .action(async (results: string, { lang, ...flags }: ClassRegradeFlags & LangFlag) => {
      const { regradeResults } = await import('../commands/class-regrade.js');
      finish(await regradeResults(results, flags, processIo(lang)));
    });

  ofClass
    .command('report')
    .description('make a gradebook of the results of a class')
    .argument('<results>', 'the folder of results')
    .addOption(language())
    .option('--out <file>', 'the gradebook as a page')
    .option('--csv <file>', 'for spreadsheets')
    .option('--moodle <file>', 'for Moodle’s import of grades')
    .option('--canvas <file>', 'for the import of Canvas’s gradebook')
    .option('--json <file>', 'for programs, and for --since')
    .option('--since <file>', 'an earlier gradebook (JSON): say what changed')
    .action(async (results: string, { lang, ...flags }: ClassReportFlags & LangFlag) => {
      const { reportClass } = await import('../commands/class-report.js');
      finish(reportClass(results, flags, processIo(lang)));
    });
}

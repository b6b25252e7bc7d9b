import type { Command } from 'commander';
import { formatNames } from '../../report/formats/names';
import type { VerifyFlags } from '../commands/verify-report';
import type { CommandParts, LangFlag } from './command-parts';
import { processIo } from '../io';
import { collectText } from './option-values';
import type { ReportWish } from '../report-wish';

/** What is done with reports that are there: other formats, and signatures. */
export function addReportCommands(vigie: Command, { language, values, finish }: CommandParts): void {
  const { givenText, isoTime, report } = values;
  vigie
    .command('report')
    .description('write a saved report (report.json) in another format')
    .argument('<format[=file]>', formatNames.join(', '), report)
    .argument('<report>', 'what --report json wrote')
    .addOption(language())
    .action(async (wish: ReportWish, file: string, { lang }: LangFlag) => {
      const { convertReport } = await import('../commands/report.js');
      finish(convertReport(file, wish, processIo(lang)));
    });

  vigie
    .command('keys')
    .description('make a pair of keys: one signs reports, the other verifies them')
    .addOption(language())
    .option('--out <folder>', 'where to put them', '.')
    .action(async ({ lang, out }: LangFlag & { readonly out: string }) => {
      const { keys } = await import('../commands/keys.js');
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
    .action(async (file: string, { lang, ...flags }: VerifyFlags & LangFlag) => {
      const { verifyReportFile } = await import('../commands/verify-report.js');
      finish(verifyReportFile(file, flags, processIo(lang)));
    });
}

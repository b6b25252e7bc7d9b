import type { Command } from 'commander';
import type { ExitCode } from '../../grading/exit-code';
import type { DraftFlags } from '../commands/draft';
import type { CommandParts, LangFlag } from './command-parts';
import { processIo } from '../io';
import { collectText } from './option-values';

interface ProveFlags extends LangFlag {
  readonly labs: string;
  readonly sessions?: boolean;
  readonly update?: boolean;
  readonly json?: string;
}

/** What the authors of labs need. */
export function addLabCommands(vigie: Command, { language, onEngine, finish }: CommandParts): void {
  vigie
    .command('lint [labs...]')
    .description('check labs without an engine')
    .addOption(language())
    .option('--labs <folder>', 'folder of the labs', 'labs')
    .action(async (labs: string[], { lang, labs: folder }: LangFlag & { readonly labs: string }) => {
      const { lintLabs } = await import('../commands/lint.js');
      finish(lintLabs({ labs, folder }, processIo(lang)) as ExitCode);
    });

  vigie
    .command('verify [labs...]')
    .description('prove labs: try them with wrong hosts, made from what their reference session left')
    .addOption(language())
    .option('--labs <folder>', 'folder of the labs', 'labs')
    .option('--sessions', 'also play their sessions on a disposable engine (root on Debian)')
    .option('--update', 'play the reference session, and keep what it leaves as reference evidence')
    .option('--json <file>', 'also write what was proved to this file')
    .action(async (labs: string[], { lang, ...options }: ProveFlags) => {
      const { verify } = await import('../commands/verify.js');
      finish(await verify(labs, options, processIo(lang)));
    });

  onEngine(vigie.command('draft'))
    .description('write a lab from what runs on this Docker host, to be edited')
    .addOption(language())
    .option('--container <name>', 'a container that students have to end up with', collectText, [])
    .option('--image <name>', 'an image that they have to get', collectText, [])
    .option('--id <id>', 'the id of the lab')
    .action(async ({ lang, ...flags }: DraftFlags & LangFlag) => {
      const { draft } = await import('../commands/draft.js');
      finish(await draft(flags, processIo(lang)));
    });
}

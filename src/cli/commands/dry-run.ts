import { factKey, type Request } from '../../evidence/request';
import { exitCodes, type ExitCode } from '../../grading/exit-code';
import { makePlan } from '../../plan/plan';
import type { Lab } from '../../spec/lab';
import { escapeTerminal } from '../../text/terminal';
import type { Io } from '../io';

/** `vigie grade --dry-run`: what the host would be asked, one request a line, without asking. */
export function dryRun(labs: readonly Lab[], io: Io): ExitCode {
  const plan = makePlan(labs);
  for (const request of plan.requests) io.out(`${escapeTerminal(factKey(request))}${details(request)}\n`);
  for (const { lab, check, withinMs } of plan.polls)
    io.out(
      `${escapeTerminal(`${lab} ${check}`)}: ${io.language === 'fr' ? 'réessayé pendant' : 'tried again for'} ${withinMs / 1000} s\n`,
    );
  return exitCodes.reached;
}

function details(request: Request): string {
  if (request.fact === 'packages') return ` (${escapeTerminal(request.names.join(', '))})`;
  if ((request.fact === 'container' || request.fact === 'image') && request.env !== undefined)
    return ` (env: ${request.env === 'all' ? '*' : escapeTerminal(request.env.join(', '))})`;
  return '';
}

import { exitCodes } from '../grading/exit-code';
import { escapeTerminal } from '../text/escape-terminal';
import { troubleOf } from '../text/file-trouble';
import { languageFrom } from '../text/language';
import { textOfBreak, type Break } from './break-words';
import { languageWish } from './program/usage-error';
import { sayNow } from './say-now';

/** Ends the process with one sentence, whatever was thrown: a bug of ours, or what the system refuses. Never a verdict about the student. */
export function breakOff(error: unknown): never {
  const language = languageFrom(process.env, languageWish(process.argv.slice(2)));
  sayNow(`${escapeTerminal(textOfBreak(breakOf(error), language))}\n`);
  const stack = typeof error === 'object' && error !== null && 'stack' in error ? String(error.stack) : '';
  if (process.env['VIGIE_STACK'] && stack !== '') sayNow(`${escapeTerminal(stack, { multiline: true })}\n`);
  process.exit(exitCodes.incomplete);
}

const longest = 300;

function breakOf(error: unknown): Break {
  if (error === 'nothing-left') return error;
  const isObject = typeof error === 'object' && error !== null;
  const { code, syscall }: Partial<NodeJS.ErrnoException> = isObject ? error : {};
  if (syscall === 'uv_cwd') return 'no-folder';
  // The system has such codes; those of node, as ERR_INVALID_ARG_TYPE, are bugs of ours.
  if (typeof code === 'string' && /^E[A-Z0-9]+$/.test(code)) return { trouble: code };
  const says = error instanceof Error ? error.message : troubleOf(error);
  return { bug: (says.split('\n')[0] ?? '').slice(0, longest) };
}

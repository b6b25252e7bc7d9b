import type { Preferences } from '../../collect/connect/find-endpoint';
import { absentIn } from '../../draft/absent';
import { draftLab } from '../../draft/draft-lab';
import { keepWhatHolds, labOf } from '../../draft/keep';
import { firstQuestions, nextQuestions } from '../../draft/questions';
import type { Wish } from '../../draft/wish';
import { writeLab } from '../../draft/write-lab';
import type { Evidence } from '../../evidence/evidence';
import type { Fault } from '../../evidence/fault';
import { askFromHere } from '../../grading/ask-from-here';
import { exitCodes, type ExitCode } from '../../grading/exit-code';
import { lookFromHere } from '../../grading/look-from-here';
import { err, ok, type Result } from '../../text/result';
import { draftWords, sayAbsent } from '../draft-words';
import { endOnInterrupt } from '../ending';
import type { Io } from '../io';
import { sayFault, sayLines } from '../say';

export interface DraftFlags extends Preferences {
  readonly id?: string;
  readonly container: readonly string[];
  readonly image: readonly string[];
}

/** More would be no lab any more. */
const maxNamed = 8;

/** `vigie draft`: a lab from a running host, tried on this very host before it is printed. */
export async function draft(flags: DraftFlags, io: Io): Promise<ExitCode> {
  const wish = wishOf(flags, io);
  if (!wish.ok) return refuse(sayLines([wish.error], io), io);
  const { host, context } = flags;
  const preferences = { ...(host !== undefined && { host }), ...(context !== undefined && { context }) };
  const stop = new AbortController();
  const release = endOnInterrupt(io.language, 'stopped');
  const drafted = await draftFromHere(wish.value, preferences, stop.signal).finally(() => {
    stop.abort();
    release();
  });
  if ('fault' in drafted) {
    io.err(sayFault(drafted.fault, io));
    return exitCodes.incomplete;
  }
  if ('absent' in drafted)
    return refuse(
      sayLines(
        drafted.absent.map((one) => sayAbsent(one, io.language)),
        io,
      ),
      io,
    );
  if (drafted.lab === undefined) return refuse(sayLines([draftWords[io.language].nothingToSay], io), io);
  io.out(drafted.lab);
  return exitCodes.reached;
}

function refuse(text: string, io: Io): ExitCode {
  io.err(text);
  return exitCodes.usage;
}

function wishOf({ id, container, image }: DraftFlags, { language }: Io): Result<Wish, string> {
  const word = draftWords[language];
  const [containers, images] = [[...new Set(container)], [...new Set(image)]];
  if (containers.length + images.length === 0) return err(word.nothingNamed);
  if ([...containers, ...images].some((name) => name.trim() === '')) return err(word.emptyName);
  if (containers.length + images.length > maxNamed) return err(word.tooMany(maxNamed));
  if (id !== undefined && !/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(id)) return err(word.badId(id));
  return ok({ lang: language, containers, images, ...(id !== undefined && { id }) });
}

type Drafted =
  | { readonly fault: Fault }
  | { readonly absent: Exclude<ReturnType<typeof absentIn>, Fault> }
  /** Without a lab: there is nothing to assert. */
  | { readonly lab: string | undefined };

async function draftFromHere(wish: Wish, preferences: Preferences, signal: AbortSignal): Promise<Drafted> {
  const first = await askFromHere(firstQuestions(wish), preferences, signal);
  if (!first.ok) return { fault: first.error };
  const absent = absentIn(wish, first.value);
  if ('code' in absent) return { fault: absent };
  if (absent.length > 0) return { absent };
  const next = await askFromHere(nextQuestions(wish, first.value), preferences, signal);
  if (!next.ok) return { fault: next.error };
  const proposal = draftLab(wish, together(first.value, next.value));
  if (proposal.tasks.length === 0) return { lab: undefined };
  // As grading will look: what does not pass here must not be asked of students.
  const tried = await lookFromHere([{ lab: labOf(proposal), path: 'lab.yaml' }], preferences, signal);
  if (!tried.ok) return { fault: tried.error };
  const kept = keepWhatHolds(proposal, tried.value);
  return { lab: kept.tasks.length === 0 ? undefined : writeLab(kept) };
}

const together = (first: Evidence, next: Evidence): Evidence => ({
  ...next,
  facts: { ...first.facts, ...next.facts },
});

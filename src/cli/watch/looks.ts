import type { Evidence } from '../../evidence/evidence';
import { gradeLab } from '../../grading/grade-lab';
import { localeOf } from '../../grading/locale';
import type { Report } from '../../report/report';
import { showReport } from '../../report/shown/show-report';
import type { Lab } from '../../spec/lab';
import type { Language } from '../../text/language';
import { openCourseTests, type AskTests } from './course-tests';
import { clockTime, type Show } from './show';
import { unaskedTests, whileAsking } from './waiting';

/** A look at the host. */
export interface Look {
  readonly evidence: Evidence;
  /** When it began. */
  readonly at: number;
  /** The last event that it came after; absent where nothing had happened since the look before. */
  readonly eventAt?: number;
}

export interface LooksOptions {
  readonly labs: readonly Lab[];
  readonly language: Language;
  readonly show: Pick<Show, 'looked'>;
  readonly askTests: AskTests;
  readonly signal: AbortSignal;
  readonly now?: () => number;
}

/** What looks come to: each is judged and shown as a whole, with what the hand-written tests say of it. */
export interface Looks {
  readonly take: (look: Look) => Promise<void>;
  /** As they were shown last. */
  readonly reports: () => readonly Report[];
}

/** Most tests answer sooner: nothing is shown in between, only to be different at once. */
const patienceMs = 700;

export function openLooks({ labs, language, show, askTests, signal, now = Date.now }: LooksOptions): Looks {
  let latest: Look | undefined;
  let shown: { readonly look: Look; readonly lagMs?: number } | undefined;
  let reports: readonly Report[] = [];
  const tests = openCourseTests(labs, askTests, () => {
    if (isPatient) return;
    judge();
    tell();
  });
  let isPatient = false;

  function judge(): void {
    if (!latest) return;
    const { evidence } = latest;
    const known = tests.known(evidence);
    reports = labs.map((lab) => gradeLab(lab, known));
    const titles = unaskedTests(reports);
    if (titles.length > 0 && !signal.aborted) tests.ask(titles, evidence);
  }
  function tell(): void {
    if (!latest || signal.aborted) return;
    if (shown?.look !== latest) shown = { look: latest, ...lagOf(latest, now()) };
    const { lagMs } = shown;
    const isAsking = unaskedTests(reports).length > 0;
    show.looked(
      {
        reports: reports.map((report) => showReport(whileAsking(report), localeOf(language))),
        at: clockTime(new Date(latest.at)),
        ...(lagMs !== undefined && { lagMs }),
      },
      isAsking,
    );
  }
  return {
    take: async (look) => {
      latest = look;
      judge();
      if (tests.isAsking() && unaskedTests(reports).length > 0) {
        isPatient = true;
        await Promise.race([tests.settled(), pause(patienceMs)]);
        isPatient = false;
        judge();
      }
      tell();
    },
    reports: () => reports,
  };
}

const lagOf = ({ eventAt }: Look, now: number): { readonly lagMs?: number } =>
  eventAt === undefined ? {} : { lagMs: Math.max(0, now - eventAt) };

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

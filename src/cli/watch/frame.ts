import type { ShownReport } from '../../report/shown/shown-report';
import { atHand, lastLines } from '../../report/terminal/at-hand';
import { nextBox, type BoxDetail } from '../../report/terminal/next-box';
import { overviewLine } from '../../report/terminal/overview-line';
import { paint, type Look } from '../../report/terminal/style';
import { nextStep } from '../../report/next-step';
import { taskLine } from '../../report/terminal/task-lines';
import type { Language } from '../../text/language';
import { moreLine } from './more-line';
import type { Looked, WatchState } from './state';
import { statusLines } from './status';

export interface FrameOptions {
  readonly language: Language;
  /** Labs were asked for by name: where to begin is known then. */
  readonly named: boolean;
  readonly look: Look;
  readonly rows: number;
}

/**
 * The whole screen: how old the look is, a line for each other lab, the lab at hand with its tasks, and last the one thing to do now, whole. What there is no
 * room for is counted. Never more than `rows` lines.
 */
export function frame(state: WatchState, options: FrameOptions): string[] {
  const { looked } = state;
  const { language, look, rows } = options;
  const status = statusLines(state, language, look);
  const report = looked && labShown(looked);
  if (!looked || !report) return status.slice(0, rows);
  const short = statusLines(state, language, look, true);
  const others = looked.reports
    .filter((other) => other !== report)
    .map((other) => overviewLine(other, look).replace(/\n */g, '  '));
  const top = { report, others, look };
  for (const detail of details) {
    const box = boxOf(looked, report, options, detail);
    const room = rows - box.length;
    const above =
      spacious({ ...top, status }, room) ??
      crowded({ ...top, status: short }, room) ??
      crowded({ ...top, status: short, others: [] }, room, others.length);
    if (above) return [...above, ...box];
  }
  return tiny(short, report, options);
}

const details = ['whole', 'short', 'brief'] as const;

/** The lab at hand; the last one where all are done. */
const labShown = ({ reports }: Looked): ShownReport | undefined => atHand(reports) ?? reports.at(-1);

const boxOf = (
  { reports }: Looked,
  report: ShownReport,
  { named, look }: FrameOptions,
  detail: BoxDetail,
): string[] => (named ? nextBox(report, look, detail) : lastLines(reports, look, detail));

interface Top {
  readonly status: readonly string[];
  readonly others: readonly string[];
  readonly report: ShownReport;
  readonly look: Look;
}

const heading = ({ report, look }: Top): string => paint(look, 'bold', overviewLine(report, look));

const tasksOf = ({ report, look }: Top): readonly string[][] =>
  report.tasks.map((task) => taskLine(task, report, look).split('\n'));

/** All of it, with blank lines between as far as there is room for them. */
function spacious(top: Top, room: number): string[] | undefined {
  const { status, others } = top;
  const lab = [...heading(top).split('\n'), ...tasksOf(top).flat()];
  const between = others.length > 0 ? [''] : [];
  const airy = [...status, '', ...others, ...between, ...lab, ''];
  if (airy.length <= room) return airy;
  const dense = [...status, ...others, ...lab, ''];
  return dense.length <= room ? dense : undefined;
}

/** The tasks around the one at hand, and how many there are besides; `hiddenLabs` is for labs that are not in it. */
function crowded(top: Top, room: number, hiddenLabs = 0): string[] | undefined {
  const { status, others, report, look } = top;
  const above = [...status, ...others, ...heading(top).split('\n')];
  const tasks = tasksOf(top);
  // Of how many lines the last one comes to be depends on how many tasks it counts.
  for (const forMore of [1, 2, 3]) {
    const kept = aroundHand(tasks, indexAtHand(report), room - above.length - forMore);
    const more = moreLine({ tasks: tasks.length - kept.length, labs: hiddenLabs }, report, look);
    if (kept.length === 0 && others.length > 0) return undefined;
    const lines = [...above, ...kept.flatMap((at) => tasks[at] ?? []), ...more];
    if (lines.length <= room) return lines;
  }
  return undefined;
}

/** Indexes of the tasks that `room` lines hold: the one at hand, what comes after it, and then what comes before. */
function aroundHand(tasks: readonly (readonly string[])[], hand: number, room: number): readonly number[] {
  const byNearness = [...tasks.keys()].sort((a, b) => distance(a, hand) - distance(b, hand));
  const kept: number[] = [];
  let left = room;
  for (const at of byNearness) {
    left -= tasks[at]?.length ?? 0;
    if (left < 0) break;
    kept.push(at);
  }
  return kept.sort((a, b) => a - b);
}

const distance = (at: number, hand: number): number => (at >= hand ? at - hand : 1000 + hand - at);

function indexAtHand(report: ShownReport): number {
  const step = nextStep(report);
  return Math.max(
    0,
    report.tasks.findIndex(({ id }) => id === step?.task.id),
  );
}

/** Only what to do; and how much of it there is besides, if even that does not fit. */
function tiny(status: readonly string[], report: ShownReport, { look, rows }: FrameOptions): string[] {
  const box = nextBox(report, look, 'brief');
  const free = rows - box.length;
  if (free >= status.length) return [...status, ...box];
  if (free >= 0) return box;
  const room = Math.max(0, rows - 1);
  return [...box.slice(0, room), ...moreLine({ lines: box.length - room }, report, look)].slice(0, rows);
}

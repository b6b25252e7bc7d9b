import { escapeMarkdown } from '../../../text/escape-markdown';
import type { Brief } from '../../briefly';
import type { ShownCheck, ShownReport, ShownTask } from '../../shown/shown-report';
import { signs, words } from '../../words';
import { markText, pointsText, verdictText } from '../points-text';
import { checkLines, evidenceLines } from './check-lines';
import { cut } from './cut';
import type { Depth } from './depth';
import { replayLines } from './replay-lines';
import { markdownWords } from './words';

/** A report and what is told of each of its checks, found once however often it is laid out. */
export interface Told {
  readonly report: ShownReport;
  readonly briefs: ReadonlyMap<ShownCheck, Brief>;
}

/** One lab, line by line: the mark, a table of the tasks, then each task with its checks. */
export function* labLines({ report, briefs }: Told, depth: Depth): Iterable<string> {
  const { lab, tasks } = report;
  yield `## ${escapeMarkdown(cut(`${lab.id} · ${lab.title}`, depth.title))}`;
  yield '';
  yield `**${markText(report)}** — ${verdictText(report)}`;
  yield '';
  yield* taskTable(report, depth);
  for (const task of tasks) yield* taskLines(task, { report, briefs }, depth);
  yield* replayLines(report, depth);
}

function taskTable({ tasks, language }: ShownReport, depth: Depth): readonly string[] {
  const { task, outcome, points } = markdownWords[language];
  return [
    `| ${task} | ${outcome} | ${points} |`,
    '| :-- | :-- | --: |',
    ...tasks.map(
      (one) => `| ${titleOf(one, depth)} | ${outcomeOf(one, language)} | ${pointsText(one, language)} |`,
    ),
    '',
  ];
}

function* taskLines(task: ShownTask, { report, briefs }: Told, depth: Depth): Iterable<string> {
  const { language } = report;
  yield `### ${signs[task.outcome]} ${titleOf(task, depth)}`;
  yield '';
  for (const check of task.checks)
    yield* checkLines(check, briefs.get(check) ?? { differences: [] }, language, depth);
  const isOpen = task.outcome !== 'passed' && task.outcome !== 'excused';
  if (depth.hints && isOpen && task.course !== undefined) {
    yield '';
    yield `${words[language].course} ${escapeMarkdown(task.course)}`;
  }
  yield* evidenceLines(task, language, depth);
  yield '';
}

const titleOf = ({ title }: ShownTask, depth: Depth): string => escapeMarkdown(cut(title, depth.title));

const outcomeOf = ({ outcome, bonus }: ShownTask, language: ShownReport['language']): string =>
  `${signs[outcome]} ${words[language].outcome[outcome]}${bonus ? `, ${words[language].bonus}` : ''}`;

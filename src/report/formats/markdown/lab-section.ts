import { escapeMarkdown } from '../../../text/escape-markdown';
import type { Brief } from '../../briefly';
import type { ShownCheck, ShownReport, ShownTask } from '../../shown/shown-report';
import { signs, words } from '../../words';
import { markText, pointsText, verdictText } from '../points-text';
import { checkItems, evidenceItems } from './check-items';
import { cut } from './cut';
import type { Depth } from './depth';
import { markdownWords } from './words';

/** A report and what is told of each of its checks, found once however often it is laid out. */
export interface Told {
  readonly report: ShownReport;
  readonly briefs: ReadonlyMap<ShownCheck, Brief>;
}

/** One lab: the mark, a table of the tasks, then each task with its checks. */
export function labSection({ report, briefs }: Told, depth: Depth): readonly string[] {
  const { lab, tasks } = report;
  return [
    `## ${escapeMarkdown(cut(`${lab.id} · ${lab.title}`, depth.title))}`,
    '',
    `**${markText(report)}** — ${verdictText(report)}`,
    '',
    ...taskTable(report, depth),
    ...tasks.flatMap((task) => taskSection(task, { report, briefs }, depth)),
  ];
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

function taskSection(task: ShownTask, { report, briefs }: Told, depth: Depth): readonly string[] {
  const { language } = report;
  const isOpen = task.outcome !== 'passed' && task.outcome !== 'excused';
  return [
    `### ${signs[task.outcome]} ${titleOf(task, depth)}`,
    '',
    ...task.checks.flatMap((check) =>
      checkItems(check, briefs.get(check) ?? { differences: [] }, language, depth),
    ),
    ...(depth.hints && isOpen && task.course !== undefined
      ? ['', `${words[language].course} ${escapeMarkdown(task.course)}`]
      : []),
    ...evidenceItems(task, language, depth),
    '',
  ];
}

const titleOf = ({ title }: ShownTask, depth: Depth): string => escapeMarkdown(cut(title, depth.title));

const outcomeOf = ({ outcome, bonus }: ShownTask, language: ShownReport['language']): string =>
  `${signs[outcome]} ${words[language].outcome[outcome]}${bonus ? `, ${words[language].bonus}` : ''}`;

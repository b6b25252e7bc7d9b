import { isProcess } from '../../../checks/kinds/process/matches';
import { processesOf } from '../../../checks/kinds/process/processes';
import type { TopFact } from '../../../evidence/facts';
import type { Json } from '../../../text/json';
import { plainText } from '../../../text/plain-text';
import { retells, type Host } from '../host';
import type { Generator, Wrong } from '../mutant';
import { writeWrongValues, type Writers } from '../write-values';

type Row = readonly string[];

/** Where the check forbids one of several, it stands at the end. */
const lastOf = (value: Json | undefined): Json | undefined =>
  Array.isArray(value) ? (value as readonly Json[]).at(-1) : value;

/** Not running, a zombie, too few or too many, of another user, or with another command line. */
export const wrongProcesses: Generator = (target) => {
  const { subject, keys } = target.check;
  const [container, process] = [plainText(keys['in']), plainText(subject)];
  const change = (host: Host, to: (fact: TopFact) => TopFact): Host =>
    retells(host, { fact: 'top', container }, (fact) => fact && to(fact));
  const rows =
    (to: (row: Row, cells: (title: string[], text: string) => Row) => readonly Row[]) =>
    (fact: TopFact): TopFact => ({
      ...fact,
      processes: fact.processes.flatMap((row) => {
        const [one] = processesOf({ ...fact, processes: [row] });
        if (!one || one.zombie || !isProcess(process, one.command)) return [row];
        return to(row, (titles, text) =>
          row.map((cell, column) =>
            titles.includes(fact.titles[column]?.toUpperCase() ?? '') ? text : cell,
          ),
        );
      }),
    });
  const commands = ['CMD', 'COMMAND', 'ARGS'];
  const writers: Writers<TopFact> = {
    count: (fact, value) => {
      const matching = processesOf(fact).filter(
        (one) => !one.zombie && isProcess(process, one.command),
      ).length;
      const copies = Number(value) <= 0 ? 0 : Math.min(Math.ceil(Number(value) / Math.max(1, matching)), 100);
      return rows((row) => Array.from({ length: copies }, () => row))(fact);
    },
    user: (fact, value) => rows((_, write) => [write(['UID', 'USER'], plainText(lastOf(value)))])(fact),
    command: (fact, value) =>
      rows((_, write) => [write(commands, `${process} ${plainText(lastOf(value))}`)])(fact),
  };
  if (keys['exists'] === false)
    return [
      {
        code: 'present',
        change: (host) =>
          change(host, (fact) => ({
            ...fact,
            processes: [
              ...fact.processes,
              fact.titles.map((title) => (commands.includes(title.toUpperCase()) ? process : '1')),
            ],
          })),
      },
    ];
  const absent: Wrong = {
    code: 'absent',
    change: (host) =>
      change(
        host,
        rows(() => []),
      ),
  };
  const zombie: Wrong = {
    code: 'process.zombie',
    change: (host) =>
      change(
        host,
        rows((_, write) => [write(commands, `[${process}] <defunct>`)]),
      ),
  };
  return [absent, zombie, ...writeWrongValues(target, writers, change)];
};

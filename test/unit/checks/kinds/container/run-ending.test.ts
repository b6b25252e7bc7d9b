import { describe, expect, test } from '@jest/globals';
import { howEnded, signalOf } from '../../../../../src/checks/kinds/container/run-ending';
import type { Check } from '../../../../../src/spec/lab';
import { judgeCheck } from '../../../../../src/judge/judge-check';
import { checkOf, found, lookIn, theContainer, ubuntu } from '../../../../support/evidence';
import { labOf } from '../../../../support/grade-checks';
import { eventsWhen } from '../../../../support/recorded-events';
import { recorded } from '../../../../support/events';

/** From the last start on. */
const lastRun = (what: string) => {
  const events = eventsWhen(what);
  return events.slice(events.findLastIndex(({ action }) => action === 'start'));
};

describe('how a run ended, as Docker 20.10 recorded it', () => {
  test.each([
    ['stop', 'stopped'],
    ['stop-clean', 'stopped'],
    ['kill', 'killed'],
    ['rm-f', 'killed'],
    ['kill-hup', 'killed'],
    ['resize-close', 'hung-up'],
    ['run-resize-exit', 'itself'],
    ['exit-attach', 'itself'],
    ['run-rm-flag', 'itself'],
  ])('%s: %s', (what, how) => {
    expect(howEnded(lastRun(what))).toBe(how);
  });
  test('a terminal that is resized or closed ends nothing that goes on', () => {
    expect(lastRun('attach-resize-detach').some(({ action }) => action === 'kill')).toBe(false);
    expect(
      howEnded([recorded(1, 'kill', { attributes: { signal: '28' } }), recorded(9, 'die', exit('0'))]),
    ).toBe('itself');
  });
  test('a signal that the program took long ago did not end it; its own exit code says that it did', () => {
    const kill = (signal: string) => recorded(1, 'kill', { attributes: { signal } });
    expect(howEnded([kill('1'), recorded(60, 'die', exit('0'))])).toBe('itself');
    expect(howEnded([kill('15'), recorded(60, 'die', exit('143'))])).toBe('killed');
    expect(howEnded([kill('2'), recorded(1.2, 'die', exit('130'))])).toBe('interrupted');
  });
  test('a `docker restart` of which this run came did not end it', () => {
    const begun = [recorded(1, 'start'), recorded(1.001, 'restart')];
    expect(howEnded([...begun, recorded(60, 'die', exit('0'))])).toBe('itself');
    expect(howEnded([...begun, recorded(60, 'restart'), recorded(60.1, 'died')])).toBe('restarted');
    const later = [...eventsWhen('restart2'), recorded(9e9, 'die', exit('0'))];
    expect(howEnded(later.slice(later.findLastIndex(({ action }) => action === 'start')))).toBe('itself');
  });
  test('Podman stops and restarts without a `kill`, and names signals', () => {
    expect(howEnded([recorded(1, 'stop'), recorded(1.1, 'died')])).toBe('stopped');
    expect(howEnded([recorded(1, 'restart'), recorded(1.1, 'died')])).toBe('restarted');
    expect(signalOf({ attributes: { signal: 'SIGWINCH' } })).toBe(28);
  });
});

const exit = (exitCode: string) => ({ attributes: { name: 'ubuntu', exitCode } });

function judge(check: Check, what: string, name: string, more: readonly Check[] = []) {
  const events = eventsWhen(what);
  const id = events[0]?.id ?? '';
  const isThere = !events.some(({ action }) => action === 'destroy' || action === 'rename');
  const start = events.findLast(({ action }) => action === 'start') ?? events[0];
  const inspect = ubuntu({
    Id: id,
    Name: `/${name}`,
    Created: new Date(Number(events[0]?.timeNano) / 1e6).toISOString(),
    State: {
      Status: 'exited',
      Running: false,
      ExitCode: Number(events.findLast(({ action }) => action === 'die')?.attributes['exitCode'] ?? 0),
      StartedAt: new Date(Number(start?.timeNano) / 1e6).toISOString(),
    },
  });
  const now = events.findLast((event) => event.id === id)?.attributes['name'] ?? name;
  const facts = [
    ...theContainer(isThere ? inspect : null, name),
    found({ fact: 'engine' }, { flavour: 'docker' } as never), // the rest is not read
    found({ fact: 'containers' }, now === name && !isThere ? [] : [{ Id: id, Names: [`/${now}`] }]),
    found(
      { fact: 'events' },
      { events, completeSince: 0, readAt: Number(events.at(-1)?.timeNano) / 1e9 + 60 },
    ),
  ];
  const { verdict } = judgeCheck(check, labOf([check, ...more]), lookIn(facts));
  return [verdict.outcome, verdict.message?.code];
}

const runs = (name: string) => checkOf('container', name, { state: 'running' });
const neverEnded = (name: string) =>
  checkOf('event', { type: 'container', action: 'die', container: name }, { times: 0 });

describe('what is said of it', () => {
  test.each([
    ['stop', 'u1', 'container.stopped', 'event.ended-by-stop'],
    ['stop-clean', 'u8', 'container.stopped', 'event.ended-by-stop'],
    ['kill', 'u2', 'container.killed', 'event.ended-by-kill'],
    ['restart2', 'u3', undefined, 'event.ended-by-restart'],
    ['resize-close', 'u7', 'container.hung-up', 'event.ended-by-hangup'],
    ['run-resize-exit', 'u7d', 'container.left-shell', 'event.ended-by-itself'],
    ['exit-attach', 'u15', 'container.left-shell', 'event.ended-by-itself'],
  ])('%s', (what, name, ofState, ofEvent) => {
    if (ofState !== undefined) expect(judge(runs(name), what, name)).toEqual(['failed', ofState]);
    expect(judge(neverEnded(name), what, name)).toEqual(['failed', ofEvent]);
  });

  test.each([
    ['run-rm-flag', 'u4', 'container.removed-by-itself'],
    ['run-then-rm', 'u5', 'container.removed-by-itself'],
    ['refused-v', 'u6', 'container.refused-or-removed'],
    ['stop-then-rm', 'u13', 'container.removed'],
    ['rm-flag-stop', 'u17', 'container.removed'],
    ['rm-f', 'u9', 'container.removed'],
    ['prune', 'u14', 'container.pruned'],
    ['rename', 'u10', 'container.renamed-away'],
  ])('of a container that is gone, %s', (what, name, code) => {
    expect(judge(runs(name), what, name)).toEqual(['failed', code]);
  });
});

describe('where the lab itself asks that it goes', () => {
  const file = (name: string) => checkOf('process', 'bash', { in: name });
  const gone = (name: string) => checkOf('container', name, { exists: false });
  test('nobody is told to create it again, nor to give it its name back', () => {
    expect(judge(file('u13'), 'stop-then-rm', 'u13', [gone('u13')])).toEqual([
      'failed',
      'container.gone-as-asked',
    ]);
    expect(judge(file('u10'), 'rename', 'u10', [gone('u10')])).toEqual([
      'failed',
      'container.renamed-not-removed',
    ]);
    const removed = checkOf('event', { type: 'container', action: 'destroy', container: 'u10' });
    expect(judge(removed, 'rename', 'u10')).toEqual(['failed', 'container.renamed-not-removed']);
  });
  test('a container that never was is told as what it is', () => {
    expect(judge(file('web'), 'refused-v', 'web', [gone('web')])[1]).not.toBe('container.gone-as-asked');
  });
});

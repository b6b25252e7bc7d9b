import { describe, expect, test } from '@jest/globals';
import { terminalReport } from '../../../src/report/terminal/terminal';
import { gradeLab } from '../../../src/grading/grade-lab';
import type { ContainerInspect } from '../../../src/evidence/docker';
import type { ShownCheck } from '../../../src/report/shown/shown-report';
import { shownIn } from '../../support/report-builder';
import { loadShippedLab } from '../../support/labs/load-shipped-lab';
import { referenceEvidence } from '../../support/prove';

const reference = referenceEvidence('02-ubuntu');
const lab = { ...loadShippedLab('02-ubuntu'), reveal: 'command' as const };
const good = (reference.facts['container/ubuntu'] as { value: ContainerInspect }).value;

/** What is said of the checks of a host whose container is another one. */
function shown(changes: Partial<ContainerInspect>) {
  const facts = { ...reference.facts, 'container/ubuntu': { value: { ...good, ...changes } } };
  return shownIn('en', gradeLab(lab, { ...reference, facts }));
}

const checkIn = (report: ReturnType<typeof shown>, id: string): ShownCheck | undefined =>
  report.tasks.flatMap(({ checks }) => checks).find((check) => check.id === id);

const stopped = {
  State: {
    ...good.State,
    Status: 'exited',
    Running: false,
    ExitCode: 0,
    FinishedAt: '2026-01-01T11:00:00Z',
  },
};
const elsewhere: Partial<ContainerInspect> = {
  HostConfig: { ...good.HostConfig, PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '8080' }] } },
  NetworkSettings: {
    ...good.NetworkSettings,
    Ports: { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: '8080' }] },
  },
};

describe('what to do about a container', () => {
  test('is one thing, whichever of its checks says it: nobody is told to start what has to be created again', () => {
    const report = shown({ ...stopped, ...elsewhere });
    const hint = checkIn(report, 'container.2')?.hint;
    expect(hint).toContain('Remove this container and create a new one');
    expect(hint).not.toMatch(/start it again/i);
  });

  test('says what a new one costs, by the titles of what has to be done again', () => {
    const hint = checkIn(shown(elsewhere), 'port.1')?.hint;
    expect(hint).toContain('has to be done again');
    expect(hint).toContain('The package python3 is installed');
  });

  test('is typed line by line', () => {
    const report = shown(elsewhere);
    expect(checkIn(report, 'port.1')?.command).toBe(
      'docker rm -f ubuntu\ndocker run -it -p 80:80 --name ubuntu ubuntu',
    );
    const lines = terminalReport(report, { color: false, columns: 100 }).split('\n');
    expect(lines).toContain('        $ Command: docker rm -f ubuntu');
    expect(lines).toContain('        $ docker run -it -p 80:80 --name ubuntu ubuntu');
  });

  test('says before anybody starts it what only a new one can have', () => {
    expect(checkIn(shown(stopped), 'container.2')?.hint).toContain(
      'The container has never stopped since it was started',
    );
  });

  test('keeps the words of its message where they say the same', () => {
    expect(checkIn(shown(stopped), 'container.2')).toMatchObject({
      command: 'docker start ubuntu',
      hint: expect.stringContaining('Ctrl-P') as unknown,
    });
  });

  test('says why another name would not be enough, and how the old one goes', () => {
    const stray = { ...good, ...elsewhere, Name: '/sleepy_mendeleev' };
    const facts = {
      ...reference.facts,
      'container/ubuntu': { value: null },
      'candidates/ubuntu': { value: [stray] },
      containers: { value: [] },
    };
    const french = shownIn('fr', gradeLab(lab, { ...reference, facts }));
    expect(checkIn(french, 'container.1')?.hint).toContain(
      'Renommer « sleepy_mendeleev » ne suffirait pas ; ne va pas non plus : ports publiés. S’il ne vous sert plus, supprimez-le avec docker rm -f sleepy_mendeleev.',
    );
    const hostile = { ...facts, 'candidates/ubuntu': { value: [{ ...stray, Name: '/$(reboot)' }] } };
    const quiet = shownIn('en', gradeLab(lab, { ...reference, facts: hostile }));
    expect(checkIn(quiet, 'container.1')?.hint).not.toContain('rm -f');
  });

  test('where commands are not revealed, is typed as far as no course teaches it', () => {
    const hints = { ...lab, reveal: 'hint' as const };
    const of = (changes: Partial<ContainerInspect>, id: string) => {
      const facts = { ...reference.facts, 'container/ubuntu': { value: { ...good, ...changes } } };
      return checkIn(shownIn('en', gradeLab(hints, { ...reference, facts })), id)?.command;
    };
    expect(of(stopped, 'container.2')).toBe('docker start ubuntu');
    expect(of(elsewhere, 'port.1')).toBe('docker rm -f ubuntu');
    const nothing = { ...lab, reveal: 'nothing' as const };
    const facts = { ...reference.facts, 'container/ubuntu': { value: { ...good, ...stopped } } };
    const silent = checkIn(shownIn('en', gradeLab(nothing, { ...reference, facts })), 'container.2');
    expect(silent?.command).toBeUndefined();
  });
});

import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openEventMemory } from '../../../src/state/event-memory';
import { ownEvents } from '../../../src/collect/events/own-events';
import { openRecorder } from '../../../src/state/recorder';
import { readRecording, recordingPath } from '../../../src/state/recording-file';
import { stateFolder } from '../../../src/state/state-folder';
import { eventAt, millisAt, ubuntuId } from '../../support/events';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vigie-state-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const endpoint = 'unix:///var/run/docker.sock';
const at = (seconds: number) => millisAt(seconds) / 1000;
const open = (changes: object = {}) =>
  openEventMemory({
    env: { VIGIE_STATE: join(root, 'state') },
    home: root,
    temporary: join(root, 'tmp'),
    ...changes,
  });

test('the folder is the one asked for, else that of this system', () => {
  expect(stateFolder({ VIGIE_STATE: '/a' }, '/home/x')).toBe('/a');
  expect(stateFolder({ XDG_STATE_HOME: '/b' }, '/home/x')).toBe('/b/vigie');
  expect(stateFolder({ VIGIE_STATE: '', XDG_STATE_HOME: '' }, '/home/x')).toBe('/home/x/.local/state/vigie');
});

describe('our own calls', () => {
  test('are known to the next run, with the time that they took', async () => {
    let now = 1000;
    await open({ now: () => (now += 5) }).owning(ubuntuId, 'top', () => Promise.resolve('done'));
    expect(open().ownCalls()).toEqual([{ container: ubuntuId, action: 'top', from: 1005, to: 1010 }]);
  });

  test('are known while they are under way, and when they fail', async () => {
    const memory = open({ now: () => 1000 });
    const during = await memory.owning(ubuntuId, 'top', () => Promise.resolve(open().ownCalls()));
    expect(during).toEqual([{ container: ubuntuId, action: 'top', from: 1000, to: 61_000 }]);
    await expect(memory.owning(ubuntuId, 'top', () => Promise.reject(new Error('lost')))).rejects.toThrow(
      'lost',
    );
    expect(
      open()
        .ownCalls()
        .map(({ to }) => to),
    ).toEqual([1000, 61_000]);
  });

  test('that were given up may still be under way in the engine', async () => {
    const memory = open({ now: () => 1000 });
    await memory.owning('a', 'top', () => Promise.resolve([{ ok: true }, { ok: false }]));
    await memory.owning('b', 'archive-path', () => Promise.resolve({ fault: {} }));
    await memory.owning('c', 'archive-path', () => Promise.resolve({ value: null }));
    expect(
      open()
        .ownCalls()
        .map(({ to }) => to),
    ).toEqual([61_000, 61_000, 1000]);
  });

  test('are remembered without the state folder, and by another user', async () => {
    await open().owning(ubuntuId, 'archive-path', () => Promise.resolve());
    rmSync(join(root, 'state'), { recursive: true });
    expect(open().ownCalls()).toHaveLength(1);
    const [name = ''] = readdirSync(join(root, 'tmp'));
    writeFileSync(join(root, 'tmp', 'vigie-own-calls-4242.ndjson'), readFileSync(join(root, 'tmp', name)));
    rmSync(join(root, 'tmp', name));
    expect(open().ownCalls()).toHaveLength(1);
  });

  test('of many runs at once are all there', async () => {
    const runs = Array.from({ length: 50 }, (_, index) =>
      open().owning(`c${index}`, 'exec_create: true', () => Promise.resolve()),
    );
    await Promise.all(runs);
    expect(
      new Set(
        open()
          .ownCalls()
          .map(({ container }) => container),
      ).size,
    ).toBe(50);
  });

  test('do not grow without end', async () => {
    const path = join(root, 'state', 'own-calls.ndjson');
    mkdirSync(dirname(path), { recursive: true });
    const line = (index: number) =>
      JSON.stringify({ key: '1', container: 'c', action: 'top', from: index, to: index });
    writeFileSync(path, Array.from({ length: 30_000 }, (_, index) => `${line(index)}\n`).join(''));
    const before = statSync(path).size;
    const calls = open().ownCalls();
    expect(statSync(path).size).toBeLessThan(before * 0.6);
    expect(calls.at(-1)?.from).toBe(29_999);
    await open().owning('c', 'top', () => Promise.resolve());
    expect(open().ownCalls().length).toBe(calls.length + 1);
  });

  test.each([
    [
      'is a file',
      (path: string) => {
        writeFileSync(path, '');
      },
    ],
    [
      'is a link to nothing',
      (path: string) => {
        symlinkSync('/nowhere/at/all', path);
      },
    ],
  ])('cannot be kept where the folder %s, which is no failure', async (_, spoil) => {
    spoil(join(root, 'state'));
    spoil(join(root, 'tmp'));
    expect(await open().owning(ubuntuId, 'top', () => Promise.resolve('done'))).toBe('done');
    expect(open().ownCalls()).toEqual([]);
    expect(open().recording(endpoint)).toBeNull();
  });

  test('are not written through a link that somebody put in the folder for temporary files', async () => {
    const victim = join(root, 'victim');
    writeFileSync(victim, '');
    mkdirSync(join(root, 'tmp'));
    symlinkSync(victim, join(root, 'tmp', `vigie-own-calls-${process.getuid?.() ?? ''}.ndjson`));
    await open().owning(ubuntuId, 'top', () => Promise.resolve());
    expect(readFileSync(victim, 'utf8')).toBe('');
  });

  test('that somebody else wrote badly are ignored', () => {
    mkdirSync(join(root, 'state'), { recursive: true });
    const lines = [
      '{',
      'null',
      '[]',
      '{"container":"c","action":"rm","from":1}',
      '{"container":"c","action":"top","from":"1"}',
    ];
    writeFileSync(join(root, 'state', 'own-calls.ndjson'), `${lines.join('\n')}\n`);
    expect(open().ownCalls()).toEqual([]);
  });
});

describe('a recording', () => {
  const folder = () => join(root, 'state');
  const path = () => recordingPath(folder(), endpoint);
  const recorder = (changes: object = {}) =>
    openRecorder({
      folder: folder(),
      endpoint,
      engineId: 'E',
      ownCalls: () => [],
      sameClock: true,
      ...changes,
    });

  test('is there for the next run', () => {
    const watch = recorder();
    watch.begin({ events: [eventAt(1, 'create')], completeSince: at(1) }, false);
    watch.add(eventAt(2, 'top'));
    watch.flush(at(3));
    expect(open().recording(endpoint)).toEqual({
      engineId: 'E',
      since: at(1),
      until: at(3),
      events: [eventAt(1, 'create'), eventAt(2, 'top')],
    });
    expect(open().recording('unix:///other.sock')).toBeNull();
  });

  test('leaves out what Vigie caused', () => {
    const watch = recorder();
    watch.begin({ events: [], completeSince: at(0) }, false);
    const mark = (second: number, words: string) => eventAt(second, `exec_create: vigie look ${words}`);
    for (const event of [mark(1, 'begin 0a1b2c3d'), eventAt(2, 'top'), mark(3, 'end 0a1b2c3d top=1')])
      watch.add(event);
    watch.add(eventAt(5, 'top'));
    watch.flush(at(6));
    expect(open().recording(endpoint)?.events).toEqual([eventAt(5, 'top')]);
  });

  test('keeps what tells whose an event is that came before the end of a look of Vigie’s', () => {
    const watch = recorder();
    const mark = (second: number, words: string) => eventAt(second, `exec_create: vigie look ${words}`);
    watch.begin({ events: [], completeSince: at(0) }, false);
    watch.add(mark(1, 'begin 0a1b2c3d'));
    watch.flush(at(1));
    watch.add(eventAt(2, 'top'));
    watch.flush(at(2));
    watch.add(mark(3, 'end 0a1b2c3d top=1'));
    watch.add(eventAt(5, 'top'));
    watch.flush(at(6));
    const events = open().recording(endpoint)?.events ?? [];
    const { own, unsure } = ownEvents(events, [], true);
    expect(events.filter((event) => !own.has(event))).toEqual([eventAt(5, 'top')]);
    expect(unsure.size).toBe(0);
  });

  test('goes on where the engine’s memory joins it, and is complete only from there where it does not', () => {
    const first = recorder();
    first.begin({ events: [eventAt(1, 'a')], completeSince: at(1) }, false);
    first.flush(at(2));
    recorder().begin({ events: [eventAt(1, 'a'), eventAt(3, 'b')], completeSince: at(1) }, false);
    expect(open().recording(endpoint)?.since).toBe(at(1));
    const second = recorder();
    second.begin({ events: [eventAt(9, 'c')], completeSince: at(9) }, false);
    second.flush(at(10));
    expect(open().recording(endpoint)).toMatchObject({
      since: at(9),
      events: [eventAt(1, 'a'), eventAt(9, 'c')],
    });
  });

  test('has no gap where the engine was watched until it ended', () => {
    const watch = recorder();
    watch.begin({ events: [eventAt(1, 'a')], completeSince: at(1) }, false);
    watch.flush(at(2));
    watch.begin({ events: [], completeSince: at(5) }, true);
    watch.flush(at(6));
    expect(open().recording(endpoint)).toMatchObject({ since: at(1), until: at(6) });
  });

  test('of another engine is begun anew', () => {
    const first = recorder();
    first.begin({ events: [eventAt(1, 'a')], completeSince: at(1) }, false);
    first.flush(at(2));
    recorder({ engineId: 'F' }).begin({ events: [], completeSince: at(1) }, false);
    expect(open().recording(endpoint)).toMatchObject({ engineId: 'F', events: [] });
  });

  test('loses its last line where that was cut off, and its completeness where one in between is bad', () => {
    const watch = recorder();
    watch.begin({ events: [eventAt(1, 'a')], completeSince: at(1) }, false);
    watch.flush(at(2));
    appendFileSync(path(), '{"event":{"type":"con');
    expect(open().recording(endpoint)).toMatchObject({
      since: at(1),
      until: at(2),
      events: [eventAt(1, 'a')],
    });
    appendFileSync(path(), `\n${JSON.stringify({ until: at(7) })}\n`);
    expect(open().recording(endpoint)).toMatchObject({
      since: at(7),
      until: at(7),
      events: [eventAt(1, 'a')],
    });
  });

  test.each(['\0\0\0\0\n', 'hello\n', '{"vigie":"recording","version":2}\n', '[]\n', '{}\n'])(
    'that says %j is none, and that is told once',
    (text) => {
      mkdirSync(dirname(path()), { recursive: true });
      writeFileSync(path(), text);
      const told: string[] = [];
      const memory = open({ onCorrupt: (file: string) => told.push(file) });
      expect([memory.recording(endpoint), memory.recording(endpoint)]).toEqual([null, null]);
      expect(told).toEqual([path()]);
    },
  );

  test('is shortened when a health check floods it; what a student did stays seen', () => {
    const watch = recorder();
    watch.begin({ events: [eventAt(0, 'create')], completeSince: at(0) }, false);
    const noise = 'x'.repeat(900);
    for (let second = 1; second <= 12_000; second++) watch.add(eventAt(second, `exec_create: ${noise}`));
    watch.flush(at(12_001));
    const recording = readRecording(path());
    expect(statSync(path()).size).toBeLessThan(4 * 1024 * 1024);
    expect(recording).toMatchObject({ until: at(12_001) });
    if (recording === null || recording === 'corrupt') throw new Error('there is a recording');
    expect(recording.events[0]?.action).toBe('create');
    expect(recording.since).toBeGreaterThan(at(8_000));
  });
});

describe('a state folder that cannot be written', () => {
  const seen = { engineId: 'E', since: 1, until: 2, events: [eventAt(1, 'a')] };

  test('is told once, whatever was to be kept in it', () => {
    writeFileSync(join(root, 'state'), 'a file where the folder should be');
    const told: string[] = [];
    const memory = open({ onUnwritten: (folder: string) => told.push(folder) });
    memory.seen?.keep(seen);
    memory.seen?.keep(seen);
    expect(told).toEqual([join(root, 'state')]);
    expect(memory.seen?.read('E')).toEqual([]);
  });

  test('does not matter to own calls, which are kept in the folder for temporary files as well', async () => {
    writeFileSync(join(root, 'state'), '');
    mkdirSync(join(root, 'tmp'));
    const told: string[] = [];
    const memory = open({ onUnwritten: (folder: string) => told.push(folder) });
    await memory.owning('c', 'top', () => Promise.resolve('done'));
    expect(told).toEqual([]);
    expect(memory.ownCalls()).toHaveLength(1);
  });

  test('and without either own calls are kept nowhere', async () => {
    writeFileSync(join(root, 'state'), '');
    writeFileSync(join(root, 'tmp'), '');
    const told: string[] = [];
    const memory = open({ onUnwritten: (folder: string) => told.push(folder) });
    expect(await memory.owning('c', 'top', () => Promise.resolve('done'))).toBe('done');
    expect(told).toEqual([join(root, 'state')]);
  });

  test('is nothing to tell of where it can be written', () => {
    const told: string[] = [];
    open({ onUnwritten: (folder: string) => told.push(folder) }).seen?.keep(seen);
    expect(told).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpointAt } from '../../../src/collect/connect/find-endpoint';
import { thisWorld } from '../../../src/collect/connect/world';
import { failed } from '../../../src/collect/engine/call-name';
import type { Call, Engine } from '../../../src/collect/engine/engine';
import { engineFact, identify } from '../../../src/collect/engine/identify';
import { openEngine } from '../../../src/collect/engine/open-engine';

/** A Docker engine without containers, and what the tests do to it. */
export interface Subject {
  readonly path: string;
  terminate(): Promise<void>;
  kill(): Promise<void>;
  freeze(): Promise<void> | void;
  thaw(): Promise<void> | void;
  /** Back to life after `terminate` or `kill`; may be another subject. */
  revive(): Promise<Subject>;
  dispose(): Promise<void>;
}

const limits = { deadlineMs: 10_000, maxBytes: 1_000_000 };
const ping: Call<'text'> = { method: 'GET', path: '/_ping', as: 'text' };

export const openAt = (path: string): Engine =>
  openEngine(endpointAt(thisWorld(), { kind: 'unix', path }, { origin: 'env-host' }));

/** What the port to the engine relies on; holds for the fake and for the real dockerd, so that the fake stays honest. */
export function describeEngine(name: string, start: () => Promise<Subject>): void {
  describe(name, () => {
    let subject: Subject;
    let engine: Engine;
    beforeAll(async () => {
      subject = await start();
      engine = openAt(subject.path);
    }, 120_000);
    afterAll(async () => {
      engine.close();
      await subject.dispose();
    }, 60_000);

    test('a ping tells the API version in its headers', async () => {
      const answer = await engine.request(ping, limits);
      expect(answer).toMatchObject({
        ok: true,
        status: 200,
        body: 'OK',
        headers: { 'api-version': expect.stringMatching(/^1\.\d+$/) },
      });
    });

    test('it is identified as Docker, whole enough for evidence', async () => {
      const identity = await identify(engine);
      expect(identity).toMatchObject({ flavour: 'docker', os: 'linux', store: 'classic', missing: {} });
      expect('missing' in identity && engineFact(identity)).not.toHaveProperty('args');
    });

    test('a filter goes out as the API takes it', async () => {
      const query = { all: true, filters: { status: ['running'] } };
      const answer = await engine.request(
        { method: 'GET', path: '/containers/json', query, as: 'json' },
        limits,
      );
      expect(answer).toMatchObject({ ok: true, status: 200, body: [] });
    });

    test('404 is an answer, with the message of the engine', async () => {
      const call: Call<'json'> = { method: 'GET', path: '/containers/nosuch/json', as: 'json' };
      const answer = await engine.request(call, limits);
      expect(answer).toMatchObject({ ok: true, status: 404, body: { message: 'No such container: nosuch' } });
      expect(answer.ok && failed(call, answer)).toBeUndefined();
    });

    test('a path that the engine does not have is unsupported', async () => {
      const call: Call<'json'> = { method: 'GET', path: '/nosuch', as: 'json' };
      const answer = await engine.request(call, limits);
      expect(answer.ok && failed(call, answer)).toMatchObject({ code: 'unsupported' });
    });

    test('an exec in a container that is not there is refused with 404', async () => {
      const answer = await engine.exec({ container: 'nosuch', command: ['true'] }, limits);
      expect(answer).toMatchObject({ ok: true, status: 404, body: { refused: 'No such container: nosuch' } });
    });

    test('events that end by themselves are read line by line', async () => {
      const query = { since: 1, until: 2 };
      const answer = await engine.request(
        { method: 'GET', path: '/events', query, as: 'ndjson-until-end' },
        limits,
      );
      expect(answer).toMatchObject({ ok: true, status: 200, body: [] });
    });

    test('a frozen engine is not answering, and answers when it goes on', async () => {
      await subject.freeze();
      const frozen = openAt(subject.path);
      expect(await identify(frozen, { deadlineMs: 300 })).toMatchObject({
        code: 'engine.not-answering',
        args: { deadlineMs: 300 },
      });
      frozen.close();
      await subject.thaw();
      expect(await engine.request(ping, limits)).toMatchObject({ ok: true, status: 200 });
    });

    test('a terminated engine takes its socket along', async () => {
      await subject.terminate();
      expect(await engine.request(ping, limits)).toMatchObject({
        ok: false,
        fault: { code: 'engine.socket-absent' },
      });
      subject = await subject.revive();
      engine.close();
      engine = openAt(subject.path);
    }, 90_000);

    test('a killed engine leaves its socket, which refuses', async () => {
      await subject.kill();
      expect(await engine.request(ping, limits)).toMatchObject({
        ok: false,
        fault: { code: 'engine.refused' },
      });
    }, 90_000);
  });
}

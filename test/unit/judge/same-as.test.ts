import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../src/text/json';
import { checkOf, found, judged, theContainer, ubuntu, type Found } from '../../support/evidence';

const web = (labels: Record<string, string> = {}) =>
  ubuntu({
    Config: { Hostname: 'web', Labels: labels },
    NetworkSettings: { Networks: { bridge: { IPAddress: '172.17.0.2' } } },
  });

function answer(text: string, keys: Record<string, Json>, stdout = '') {
  return judged(checkOf('answer', 'q', { question: 'What?', ...keys }), [
    found({ fact: 'answer', lab: 'lab', question: 'q' }, { file: 'answers.yaml', text }),
    ...theContainer(web(), 'web'),
    found({ fact: 'logs', container: 'web' }, { tty: false, stdout, stderr: '', truncated: false }),
  ]).verdict.outcome;
}

describe('an answer', () => {
  test('is what a program printed, whatever line feeds it printed behind', () => {
    const printed = { equals: { 'same-as': 'logs/web.output' } };
    expect(answer('42', printed, '42\n')).toBe('passed');
    expect(answer('42', printed, '42\r\n\n')).toBe('passed');
    expect(answer('42', printed, '43\n')).toBe('failed');
  });

  test('is one entry of a map, where its key is named', () => {
    const address = { equals: { 'same-as': 'container/web.ip-addresses[bridge]' } };
    expect(answer('172.17.0.2', address)).toBe('passed');
    expect(answer('172.17.0.3', address)).toBe('failed');
    expect(answer('x', { equals: { 'same-as': 'container/web.ip-addresses[other]' } })).toBe('failed');
  });

  test('is what stands at a path of the document', () => {
    const path = { equals: { 'same-as': 'container/web.inspect[Config.Hostname]' } };
    expect(answer('web', path)).toBe('passed');
    expect(answer('db', path)).toBe('failed');
  });
});

test('labels are compared as they are, also one that looks like a pattern or a matcher', () => {
  const outcome = (own: Record<string, string>, other: Record<string, string>) =>
    judged(checkOf('container', 'ubuntu', { labels: { 'same-as': 'container/web.labels' } }), [
      ...theContainer(web(other), 'web'),
      ...theContainer(ubuntu({ Config: { Labels: own } })),
    ]).verdict.outcome;
  expect(outcome({ team: 'blue' }, { team: 'blue' })).toBe('passed');
  expect(outcome({ team: 'blue' }, { team: '/./' })).toBe('failed');
  expect(outcome({ size: '9', not: 'x' }, { not: 'y' })).toBe('failed');
  expect(outcome({ not: 'x' }, { not: 'x' })).toBe('passed');
});

test('of the document it is shown what stands at the paths that are asked for', () => {
  const check = checkOf('container', 'web', { inspect: { 'Config.Hostname': 'db', 'Config.Nothing': 'x' } });
  const [assertion] = judged(check, theContainer(web(), 'web')).verdict.assertions;
  expect(assertion?.seen).toEqual({ 'Config.Hostname': 'web' });
});

describe('what is compared with something that is not there', () => {
  const asked = checkOf('answer', 'q', {
    question: 'What?',
    abbreviates: { 'same-as': 'container/ubuntu.id' },
  });
  const misnamed: readonly Found[] = [
    found({ fact: 'container', name: 'ubuntu' }, null),
    found({ fact: 'containers' }, [{ Id: ubuntu().Id, Names: ['/ubutnu'], State: 'running' }]),
    found({ fact: 'candidates', name: 'ubuntu' }, []),
    found({ fact: 'images' }, []),
    found({ fact: 'events' }, { events: [], completeSince: null, readAt: 0 }),
  ];
  const answered = (text: string): Found =>
    found({ fact: 'answer', lab: 'lab', question: 'q' }, { file: 'answers.yaml', text });

  test('is told as that, with its cause: the ID is not said to be that of another container', () => {
    const { verdict, cause } = judged(asked, [...misnamed, answered(ubuntu().Id)]);
    expect(verdict).toMatchObject({
      outcome: 'failed',
      message: { code: 'container.name-similar', args: { found: 'ubutnu' } },
    });
    expect(cause).toBe('container/ubuntu');
  });

  test('is told after what is wrong by itself: an answer that is not given is asked for', () => {
    const { verdict, cause } = judged(asked, [...misnamed, answered(' ')]);
    expect(verdict.message?.code).toBe('answer.missing');
    expect(cause).toBeUndefined();
    const also = { ...asked, keys: { ...asked.keys, matches: '/^sha256:/' } };
    expect(judged(also, [...misnamed, answered('x')]).cause).toBeUndefined();
  });

  test('is no other thing than what is not there, whatever the expectation is built of', () => {
    const with_ = (abbreviates: Json) =>
      judged({ ...asked, keys: { ...asked.keys, abbreviates } }, [...misnamed, answered('cafe')]);
    const same = { 'same-as': 'container/ubuntu.id' };
    expect(with_({ any: [same, 'beef01'] }).cause).toBe('container/ubuntu');
    expect(with_({ any: [same, 'cafe01'] }).verdict.outcome).toBe('passed');
    expect(with_({ not: same }).verdict.outcome).toBe('passed');
  });

  test('is not blocked by that where part of the points is earned', () => {
    const check = {
      ...checkOf('container', 'web', { tty: true, id: { 'same-as': 'container/ubuntu.id' } }),
      partial: true,
    };
    const { verdict, cause } = judged(check, [...misnamed, ...theContainer(ubuntu(), 'web').slice(0, 1)]);
    expect(verdict.message?.code).toBe('container.name-similar');
    expect(cause).toBeUndefined();
  });
});

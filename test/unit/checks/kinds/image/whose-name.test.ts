import { expect, test } from '@jest/globals';
import { ownerOf } from '../../../../../src/checks/kinds/image/whose-name';
import type { Lab, Task } from '../../../../../src/spec/lab';
import type { Json } from '../../../../../src/text/json';
import { parseReference } from '../../../../../src/text/image-reference';
import { anyLab, checkOf } from '../../../../support/evidence';

function owner(name: string, lab: Partial<Lab>): string {
  const parsed = parseReference(name);
  if (!parsed.ok) throw new Error(name);
  return ownerOf(parsed.value, { ...anyLab, ...lab });
}

const asks = (subject: string, keys: Record<string, Json>): Partial<Lab> => {
  const task: Task = {
    id: 'task',
    title: 'A task',
    needs: [],
    points: 20,
    bonus: false,
    checks: [checkOf('image', subject, keys)],
    at: { line: 1, column: 1 },
  };
  return { tasks: [task] };
};

test.each<[string, string, string, Partial<Lab>]>([
  ['registry', 'nginx', 'among those that the lab lists', { images: ['docker.io/library/nginx:latest'] }],
  ['registry', 'nginx', 'vouched for', { digests: { nginx: ['sha256:1'] } }],
  ['registry', 'team/web:1', 'to be pulled', asks('team/web:1', { pulled: true })],
  ['registry', 'nginx', 'to be verified', asks('nginx', { verified: true, 'based-on': 'debian' })],
  ['student', 'myapp', 'not among those that the lab lists', { images: ['node'] }],
  ['student', 'nginx:mine', 'another tag than the listed one', { images: ['nginx'] }],
  ['student', 'nginx', 'to be built', { ...asks('nginx', { 'based-on': 'debian' }), images: ['nginx'] }],
  ['student', 'nginx', 'not to be pulled', asks('nginx', { pulled: false })],
  ['student', 'ada/web', 'in a namespace, where anybody may push', {}],
  ['student', 'localhost:5000/web', 'on another registry', {}],
  ['unsaid', 'nginx', 'one that only Docker Hub gives', {}],
  ['unsaid', 'myapp', 'one that only Docker Hub would give', {}],
])('%s: %s, %s', (whose, name, _why, lab) => {
  expect(owner(name, lab)).toBe(whose);
});

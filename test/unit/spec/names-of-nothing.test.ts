import { describe, expect, test } from '@jest/globals';
import { kinds } from '../../../src/checks/registry';
import { loadLab } from '../../../src/spec/load-lab';

function told(check: string): readonly string[] {
  const text = [
    'vigie: 1',
    'id: small',
    'lang: en',
    'title: A lab',
    'tasks:',
    '  - id: t',
    '    title: T',
    '    points: 20',
    `    checks: [${check}]`,
    '',
  ].join('\n');
  const loaded = loadLab({ text, file: 'lab.yaml', hash: 'sha256:0', kinds });
  return loaded.ok
    ? []
    : loaded.error.map(({ code, args }) => ('form' in args ? `${code} ${args.form ?? ''}` : code));
}

describe('what nothing can be called', () => {
  test.each([
    ['{ container: /ubuntu, exists: true }', 'name.impossible ubuntu'],
    ['{ container: "${NAME}", exists: true }', 'name.impossible'],
    ['{ container: my web, exists: true }', 'name.impossible my-web'],
    ['{ container: /^ubu/, exists: true }', 'name.impossible'],
    ['{ container: u, exists: false }', 'name.impossible'],
    ['{ logs: /ubuntu, output: x }', 'name.impossible ubuntu'],
    ['{ process: nginx, in: /ubuntu }', 'name.impossible ubuntu'],
    ['{ port: 80, of: my web }', 'name.impossible my-web'],
    ['{ http: { container: /ubuntu } }', 'name.impossible ubuntu'],
    ['{ event: { type: container, action: top, container: /ubuntu } }', 'name.impossible ubuntu'],
    ['{ event: { type: volume, action: create, volume: "d a" } }', 'name.impossible d-a'],
    ['{ event: { type: image, action: pull, image: Ubuntu } }', 'value.malformed'],
    ['{ container: { image: "${IMAGE}" }, exists: true }', 'value.malformed'],
    ['{ file: etc/nginx, in: ubuntu }', 'name.no-path /etc/nginx'],
    ['{ file: "/etc\\0", in: ubuntu }', 'name.no-path'],
    ['{ exec: [ls], in: ubuntu, workdir: ./srv, exit-code: 0 }', 'name.no-path /srv'],
  ])('%s is refused, with the right form where it is known', (check, problem) => {
    expect(told(check)).toEqual([problem]);
  });

  test.each([
    '{ container: my_web.1-a, exists: true }',
    '{ container: 0123456789ab, exists: true }',
    `{ container: ${'a0'.repeat(32)}, exists: true }`,
    `{ event: { type: image, action: pull, image: ${'a0'.repeat(32)} } }`,
    '{ event: { type: container, action: top, command: /x y/ , container: ubuntu } }',
    '{ process: /x y/, in: ubuntu }',
    '{ file: /etc/nginx/, in: ubuntu }',
    '{ container: { image: "hello-world:latest" }, exists: true }',
  ])('%s is sound', (check) => {
    expect(told(check)).toEqual([]);
  });

  test('an empty name is told once', () => {
    expect(told('{ container: "", exists: true }')).toEqual(['text.empty']);
  });
});

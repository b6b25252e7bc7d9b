import { describe, expect, test } from '@jest/globals';
import { kinds } from '../../../src/checks/registry';
import { loadLab, warningsIn } from '../../../src/spec/load-lab';

const textWith = (check: string): string =>
  [
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

function told(check: string): readonly string[] {
  const loaded = loadLab({ text: textWith(check), file: 'lab.yaml', hash: 'sha256:0', kinds });
  return loaded.ok
    ? []
    : loaded.error.map(({ code, args }) => {
        const form = 'form' in args ? args.form : 'nearest' in args ? args.nearest : undefined;
        return form === undefined ? code : `${code} ${form}`;
      });
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

describe('in assertions, too', () => {
  test.each([
    ['{ container: web, mounts: { data: pages } }', 'name.no-path /data'],
    ['{ container: web, mounts: { /data: "${VOLUME}" } }', 'name.impossible'],
    ['{ container: web, mounts: { /data: ./pages } }', 'name.impossible'],
    ['{ container: web, mounts: { /data: { any: [pages, my pages] } } }', 'name.impossible my-pages'],
    ['{ container: web, mounts: { not: { data: pages } } }', 'name.no-path /data'],
    ['{ container: web, mounts: { any: [{ data: pages }, { /srv: pages }] } }', 'name.no-path /data'],
    ['{ container: web, mounts: data }', 'name.no-path /data'],
    ['{ container: web, read-only-mounts: [/etc/nginx, srv] }', 'name.no-path /srv'],
    ['{ container: web, devices: [dev/fuse] }', 'name.no-path /dev/fuse'],
    ['{ container: web, workdir: app }', 'name.no-path /app'],
    ['{ container: web, workdir: { not: ./app } }', 'name.no-path /app'],
    ['{ image: web, workdir: app }', 'name.no-path /app'],
    ['{ image: web, volumes: [data] }', 'name.no-path /data'],
    ['{ container: web, hostname: { same-as: container//db.hostname } }', 'name.impossible db'],
    [
      '{ container: web, networks: { contains: [{ same-as: "container/${DB}.hostname" }] } }',
      'name.impossible',
    ],
    ['{ container: web, image-id: { same-as: image/Ubuntu.id } }', 'value.malformed'],
    ['{ jest: a test, reads: [container/ubuntu, logs//ubuntu] }', 'name.impossible ubuntu'],
    ['{ jest: a test, reads: [container] }', 'name.impossible'],
    ['{ jest: a test, reads: [image/Ubuntu] }', 'value.malformed'],
    ['{ jest: a test, reads: [contaner/ubuntu] }', 'value.unknown container'],
    ['{ jest: a test, reads: [events/ubuntu] }', 'value.unknown events'],
  ])('%s is refused, with the right form where it is known', (check, problem) => {
    expect(told(check)).toEqual([problem]);
  });

  test.each([
    '{ container: web, mounts: { /data: pages, /srv/: /home/me/pages, /tmp: tmpfs, /w: "C:\\\\pages" } }',
    '{ container: web, mounts: { /data: { contains: "my pages" } } }',
    '{ container: web, mounts: { size: 0 } }',
    '{ container: web, mounts: { matches: /^.data/ } }',
    '{ container: web, mounts: [/data, /^.srv/] }',
    '{ container: web, mounts: { same-as: container/db.mounts } }',
    '{ container: web, workdir: { contains: app } }',
    '{ container: web, hostname: { same-as: container/db.hostname } }',
    '{ jest: a test, reads: [container/ubuntu, image/nginx:1.25, logs/ubuntu, top/ubuntu, events, containers, images] }',
  ])('%s is sound', (check) => {
    expect(told(check)).toEqual([]);
  });
});

describe('a network may be called anything, on Docker; lint warns of what nobody calls one', () => {
  const warned = (check: string) =>
    warningsIn({ text: textWith(check), file: 'lab.yaml', hash: 'sha256:0', kinds }).map(
      ({ code, args, excerpt }) => [
        code,
        'form' in args ? args.form : undefined,
        excerpt?.text.slice(excerpt.caret, excerpt.caret + excerpt.length),
      ],
    );

  test.each([
    ['{ container: web, networks: [/front] }', 'front', '/front'],
    ['{ container: web, networks: { not: "${NET}" } }', undefined, '"${NET}"'],
    ['{ container: web, networks: { only: [bridge, my net] } }', 'my-net', 'my net'],
    ['{ container: web, ip-addresses: { "my net": { exists: true } } }', 'my-net', '"my net"'],
    [
      '{ event: { type: network, action: connect, network: /^front/, container: web } }',
      undefined,
      '/^front/',
    ],
  ])('%s', (check, form, marked) => {
    expect(told(check)).toEqual([]);
    expect(warned(check)).toEqual([['name.unusual', form, marked]]);
  });

  test.each([
    '{ container: web, networks: [bridge, /^front/, n] }',
    '{ container: web, networks: { contains: front_1.x-y } }',
    '{ container: web, ip-addresses: { bridge: /^172/ } }',
    '{ container: web, ip-addresses: { size: 1 } }',
  ])('%s is usual', (check) => {
    expect(warned(check)).toEqual([]);
  });
});

import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { pack } from 'tar-stream';
import { content } from '../../../../src/collect/facts/content';
import { fakeHost, type Canned } from '../../../support/fake-host';

type Files = Readonly<Record<string, Buffer | string | { readonly link: string }>>;

async function tarOf(files: Files): Promise<Buffer> {
  const tar = pack();
  for (const [name, data] of Object.entries(files))
    if (typeof data === 'object' && 'link' in data) tar.entry({ name, type: 'symlink', linkname: data.link });
    else tar.entry({ name }, data);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const sha = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');
const layers = [Buffer.alloc(5_000, 'a'), Buffer.from('second layer')] as const;
const diffIds = layers.map((layer) => `sha256:${sha(layer)}`);
const config = JSON.stringify({ rootfs: { type: 'layers', diff_ids: diffIds } });
const manifestJson = (configPath: string, paths: readonly string[]): string =>
  JSON.stringify([{ Config: configPath, RepoTags: ['x:latest'], Layers: paths }]);

interface Layout {
  readonly store: 'classic' | 'containerd' | 'podman';
  readonly id: string;
  readonly files: Files;
}

/** Docker 20.10: folders named by other IDs; a layer that is there twice is a link. */
const archive20: Layout = {
  store: 'classic',
  id: sha(config),
  files: {
    'aaaa/VERSION': '1.0',
    'aaaa/layer.tar': layers[0],
    'bbbb/layer.tar': layers[1],
    [`${sha(config)}.json`]: config,
    'manifest.json': manifestJson(`${sha(config)}.json`, ['aaaa/layer.tar', 'bbbb/layer.tar']),
  },
};

/** Podman: layers named by their digest, links beside them; the manifest may come first. */
const podman: Layout = {
  store: 'podman',
  id: sha(config),
  files: {
    'manifest.json': manifestJson(
      `${sha(config)}.json`,
      layers.map((layer) => `${sha(layer)}.tar`),
    ),
    'aaaa/layer.tar': { link: `../${sha(layers[0])}.tar` },
    [`${sha(layers[0])}.tar`]: layers[0],
    [`${sha(layers[1])}.tar`]: layers[1],
    [`${sha(config)}.json`]: config,
  },
};

/** The containerd store: an OCI layout, layers packed as they were pulled, the ID an index with other platforms. */
function containerd(pack: (data: Buffer) => Buffer = (data) => gzipSync(data)): Layout {
  const packed = layers.map(pack);
  const descriptor = (data: Buffer | string) => ({ digest: `sha256:${sha(data)}` });
  const manifest = JSON.stringify({ config: descriptor(config), layers: packed.map(descriptor) });
  const index = JSON.stringify({ manifests: [{ digest: `sha256:${'0'.repeat(64)}` }, descriptor(manifest)] });
  const blobs = [...packed, config, manifest, index].map(
    (data) => [`blobs/sha256/${sha(data)}`, data] as const,
  );
  return {
    store: 'containerd',
    id: sha(index),
    files: {
      ...Object.fromEntries(blobs),
      'index.json': JSON.stringify({ manifests: [descriptor(index)] }),
      'manifest.json': manifestJson(
        `blobs/sha256/${sha(config)}`,
        packed.map((data) => `blobs/sha256/${sha(data)}`),
      ),
      'oci-layout': '{"imageLayoutVersion":"1.0.0"}',
    },
  };
}

function read({ store, id }: Layout, answer: Canned, rootfs = diffIds) {
  const host = fakeHost(
    { '/images/x:latest/get': answer },
    {
      engine: { store },
      'image/x:latest': { inspect: { Id: `sha256:${id}`, RootFS: { Layers: rootfs } }, history: [] },
    },
  );
  return content({ fact: 'content', reference: 'x:latest' }, host.looking);
}
const readLayout = async (layout: Layout, changes: Files = {}) =>
  read(layout, { stream: await tarOf({ ...layout.files, ...changes }) });

describe.each([
  ['a docker-archive of Docker 20.10', archive20],
  ['a docker-archive of Podman', podman],
  ['an OCI layout of the containerd store', containerd()],
  ['an OCI layout with unpacked layers', containerd((data) => data)],
])('%s', (_, layout) => {
  test('is intact as it was saved', async () => {
    expect(await readLayout(layout)).toEqual({ value: { intact: true, layers: 2, broken: [] } });
  });

  test('is not intact with one byte of a layer changed', async () => {
    const path = Object.keys(layout.files).find((name) => layout.files[name] === layers[1]);
    const packed = Object.keys(layout.files).find((name) => name.endsWith(sha(gzipSync(layers[1]))));
    const at = path ?? packed ?? '';
    const change = path ? Buffer.from('second Layer') : gzipSync(Buffer.from('second Layer'));
    const found = await readLayout(layout, { [at]: change });
    expect(found).toMatchObject({ value: { intact: false } });
    expect('value' in found && found.value?.broken).toContain(diffIds[1]);
  });

  test('is not intact with another configuration', async () => {
    const path = Object.keys(layout.files).find((name) => layout.files[name] === config) ?? '';
    const changed = JSON.stringify({ rootfs: { diff_ids: diffIds }, config: { Cmd: ['evil'] } });
    expect(await readLayout(layout, { [path]: changed })).toMatchObject({
      value: { intact: false, broken: expect.arrayContaining(['config']) },
    });
  });

  test('is not intact with a layer left out', async () => {
    const rootfs = diffIds.slice(0, 1);
    const stream = await tarOf(layout.files);
    expect(await read(layout, { stream }, rootfs)).toMatchObject({ value: { intact: false } });
  });
});

test('a layer too many is damage', async () => {
  const paths = ['aaaa/layer.tar', 'bbbb/layer.tar', 'bbbb/layer.tar'];
  const change = { 'manifest.json': manifestJson(`${sha(config)}.json`, paths) };
  expect(await readLayout(archive20, change)).toEqual({
    value: { intact: false, layers: 2, broken: ['layers'] },
  });
});

test('a blob that is not what its name says is damage, even where nothing leads to it', async () => {
  const name = `blobs/sha256/${'f'.repeat(64)}`;
  expect(await readLayout(containerd(), { [name]: 'other' })).toEqual({
    value: { intact: false, layers: 2, broken: [name] },
  });
});

test('links are followed', async () => {
  const files = {
    ...podman.files,
    'manifest.json': manifestJson(`${sha(config)}.json`, ['aaaa/layer.tar', `${sha(layers[1])}.tar`]),
  };
  expect(await readLayout({ ...podman, files })).toMatchObject({ value: { intact: true } });
});

test('a damaged gzip is a damaged layer', async () => {
  const layout = containerd();
  const path = `blobs/sha256/${sha(gzipSync(layers[0]))}`;
  const cut = gzipSync(layers[0]).subarray(0, 20);
  const found = await readLayout(layout, { [path]: cut });
  expect('value' in found && found.value?.broken).toContain(diffIds[0]);
});

test('a layer packed in a way that cannot be unpacked here is a fault', async () => {
  const zstd = containerd((data) => Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), data]));
  expect(await readLayout(zstd)).toMatchObject({ fault: { code: 'format.unknown' } });
});

test.each([1, 511, 100_000])('chunks of %i bytes give the same', async (chunk) => {
  const layout = containerd();
  expect(await read(layout, { stream: await tarOf(layout.files), chunk })).toMatchObject({
    value: { intact: true },
  });
});

test('an archive that is cut off is a fault, not a damaged image', async () => {
  const whole = await tarOf(archive20.files);
  expect(await read(archive20, { stream: whole.subarray(0, 3_000) })).toMatchObject({
    fault: { code: 'engine.answer-invalid' },
  });
});

test('what is no archive is a fault', async () => {
  expect(await read(archive20, { stream: Buffer.alloc(2_000, 'x') })).toMatchObject({
    fault: { code: 'engine.answer-invalid' },
  });
});

test('an engine that finds the damage itself is believed', async () => {
  const message = 'file integrity checksum failed for "etc/passwd"';
  expect(await read(archive20, { status: 500, body: { message } })).toEqual({
    value: { intact: false, layers: 2, broken: [message] },
  });
});

test('any other failure of the engine is a fault', async () => {
  expect(await read(archive20, { status: 500, body: { message: 'no space left on device' } })).toMatchObject({
    fault: { code: 'engine.failed' },
  });
});

test('an image that was removed meanwhile is not there', async () => {
  expect(await read(archive20, { status: 404, body: { message: 'No such image: x:latest' } })).toEqual({
    value: null,
  });
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { verify } from '../../../../src/cli/commands/verify';
import type { Io } from '../../../../src/cli/io';
import type { MutantProof } from '../../../../src/verify/proof';

const root = resolve(__dirname, '../../../..');
let cwd: string;
let said: { out: string; err: string };

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'vigie-verify-'));
  cpSync(join(root, 'labs', '03-nginx'), join(cwd, 'labs', '03-nginx'), { recursive: true });
  said = { out: '', err: '' };
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const io = (): Io => ({
  out: (text) => void (said.out += text),
  err: (text) => void (said.err += text),
  env: {},
  cwd,
  language: 'en',
  color: false,
  columns: 80,
  isTty: false,
});
const run = (more: { readonly json?: string } = {}) => verify(['03-nginx'], { labs: 'labs', ...more }, io());
const path = (name: string) => join(cwd, 'labs', '03-nginx', name);

describe('vigie verify', () => {
  test('ends with 0 and names each assertion with its wrong hosts when the lab is proved', async () => {
    expect(await run()).toBe(0);
    expect(said.err).toBe('');
    expect(said.out).toMatch(
      /^03-nginx · A web server in the container: proved \(mutants tried: \d+, facts made unknown: 13\)\n/,
    );
    expect(said.out).toMatch(/\n {2}web\.1 status +\d+\n/);
    expect(said.out).toContain('web.1 http.empty-body: The course asks');
  });

  test('ends with 1 and names the survivor when an equivalent one is not declared', async () => {
    rmSync(path('sessions/equivalent.yaml'));
    expect(await run()).toBe(1);
    expect(said.out).toContain('NOT PROVED');
    expect(said.out).toContain(
      'web.1 http.empty-body: an empty page; everything passes; let through by exists, status, headers',
    );
  });

  test('ends with 1 when there is no reference evidence, and says how to take it', async () => {
    rmSync(path('sessions/reference.evidence.json'));
    expect(await run()).toBe(1);
    expect(said.err).toContain('vigie verify --update');
  });

  test('ends with 2 when the lab, its evidence or its equivalents cannot be read', async () => {
    writeFileSync(path('sessions/equivalent.yaml'), 'web.1: fine');
    expect(await run()).toBe(2);
    expect(said.err).toContain('it has to be a list');
    rmSync(path('sessions/equivalent.yaml'));
    writeFileSync(path('sessions/reference.evidence.json'), '{}');
    expect(await run()).toBe(2);
    writeFileSync(path('lab.yaml'), 'vigie: 1');
    expect(await run()).toBe(2);
    expect(said.out).toBe('');
  });

  test('writes what was proved for programs, and ends with 3 where it cannot', async () => {
    expect(await run({ json: join(cwd, 'proof.json') })).toBe(0);
    const [proof] = JSON.parse(readFileSync(join(cwd, 'proof.json'), 'utf8')) as MutantProof[];
    expect(proof).toMatchObject({ lab: '03-nginx', survivors: [], sessions: [] });
    expect(await run({ json: join(cwd, 'none', 'proof.json') })).toBe(3);
  });
});

import { describe, expect, test } from '@jest/globals';
import { leadOf } from '../../../src/submission/kind';

const file = (path: string, text = '') => ({
  path,
  bytes: new TextEncoder().encode(text),
  isExecutable: false,
});
const kindOf = (isFolder: boolean, ...files: readonly ReturnType<typeof file>[]) => {
  const lead = leadOf(files, { path: 'given', isFolder });
  return lead.ok ? `${lead.value.kind} ${lead.value.file.path}` : lead.error.code;
};

describe('a single file', () => {
  test.each([
    ['a.session', '', 'session a.session'],
    ['work.txt', '; mine\n$ docker ps\n', 'session work.txt'],
    ['work.txt', 'docker ps\n', 'submission.unknown-kind'],
    ['work.sh', 'docker ps\n', 'script work.sh'],
    ['work', '#!/usr/bin/env bash\ndocker ps\n', 'script work'],
    ['work', '#!/bin/sh\n', 'script work'],
    ['work', '#!/usr/bin/env python3\n', 'submission.unknown-kind'],
    ['compose.yml', '', 'compose compose.yml'],
    ['docker-compose.yaml', '', 'compose docker-compose.yaml'],
    ['Dockerfile', 'FROM x\n', 'dockerfile Dockerfile'],
    ['page.html', '<html>\0$ x', 'submission.unknown-kind'],
  ])('%s, %j is %s', (path, text, kind) => {
    expect(kindOf(false, file(path, text))).toBe(kind);
  });
});

describe('a folder', () => {
  test.each([
    ['a session before all others', ['Dockerfile', 'compose.yaml', 'tp.session'], 'session tp.session'],
    ['submission.sh before what it uses', ['Dockerfile', 'submission.sh'], 'script submission.sh'],
    ['a compose file before a Dockerfile', ['Dockerfile', 'compose.yaml'], 'compose compose.yaml'],
    ['a Dockerfile before its entry point', ['Dockerfile', 'entrypoint.sh'], 'dockerfile Dockerfile'],
    ['a script that is alone', ['README.md', 'run.sh'], 'script run.sh'],
    ['two sessions', ['a.session', 'b.session'], 'submission.ambiguous'],
    ['two compose files', ['compose.yaml', 'docker-compose.yml'], 'submission.ambiguous'],
    ['only what is further down', ['web/Dockerfile'], 'submission.unknown-kind'],
    ['nothing', [], 'submission.unknown-kind'],
    ['notes with commands in them', ['notes.txt'], 'submission.unknown-kind'],
  ])('%s', (_, names, kind) => {
    expect(kindOf(true, ...names.map((name) => file(name, '$ true\n')))).toBe(kind);
  });
});

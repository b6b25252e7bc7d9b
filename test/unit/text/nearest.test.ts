import { describe, expect, test } from '@jest/globals';
import { nearest, nearestName } from '../../../src/text/nearest';

describe('nearest', () => {
  test.each([
    ['imgae', ['container', 'image'], 'image'],
    ['nmae', ['names', 'name'], 'name'],
    ['Ports', ['port', 'ports'], 'ports'],
    ['restart_policy', ['restart-policy'], 'restart-policy'],
    ['contianer', ['container', 'content'], 'container'],
    ['stat', ['state', 'status'], 'state'],
    ['xyz', ['abc', 'image'], undefined],
    ['tty', ['env', 'cmd'], undefined],
    ['', ['a'], undefined],
    ['-', ['a'], undefined],
    ['a', [], undefined],
  ])('%j among %j', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });
});

describe('nearestName', () => {
  test.each([
    ['hello-world', ['hello-word', 'nginx'], 'hello-word'],
    ['ubuntu', ['/Ubuntu', '/web'], '/Ubuntu'],
    ['ubuntu', ['ubuntus'], 'ubuntus'],
    ['ubuntu', ['ubuntu2'], 'ubuntu2'],
    ['ubuntu', ['lab-ubuntu-1', 'web'], 'lab-ubuntu-1'],
    ['ubuntu', ['first-ubuntu', 'second-ubuntu'], undefined],
    ['my-ubuntu', ['ubuntu'], 'ubuntu'],
    ['ubuntu', ['mystifying_austin', 'nginx'], undefined],
    ['ubuntu:latest', ['ubunto:latest'], 'ubunto:latest'],
    ['db', ['my-db'], undefined],
  ])('%j among %j', (name, names, expected) => {
    expect(nearestName(name, names)).toBe(expected);
  });
});

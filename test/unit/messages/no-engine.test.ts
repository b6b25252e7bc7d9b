import { describe, expect, test } from '@jest/globals';
import { fault, type Fault } from '../../../src/evidence/fault';
import { textOfFault } from '../../../src/messages/render';
import { languages } from '../../../src/text/language';
import { locale } from '../../support/report-builder';

const endpoint = 'unix:///var/run/docker.sock';
const without: readonly Fault[] = [
  fault('engine.not-installed', { platform: 'linux', looked: [] }),
  fault('engine.socket-absent', { endpoint, origin: 'default', platform: 'linux', installed: ['docker'] }),
  fault('engine.socket-absent', { endpoint, origin: 'env-host', platform: 'darwin', installed: [] }),
  fault('engine.refused', { endpoint, origin: 'default', platform: 'linux' }),
];

describe.each(languages)('in %s', (language) => {
  test.each(without)('who has no engine ($code, $args.origin) is told of npm run demo', (found) => {
    expect(textOfFault(found, locale(language).texts).hint).toContain('npm run demo');
  });
});

test('Docker is only said to be installed where it is', () => {
  const says = (origin: 'default' | 'env-host', installed: readonly string[]) =>
    textOfFault(
      fault('engine.socket-absent', { endpoint, origin, platform: 'linux', installed }),
      locale('en').texts,
    ).says;
  expect(says('default', ['docker'])).toBe(
    `Docker is installed, but its engine is not started: ${endpoint} does not exist.`,
  );
  expect(says('env-host', ['docker'])).toBe(
    `There is no Docker engine at ${endpoint} (the variable DOCKER_HOST): this socket does not exist.`,
  );
  expect(says('default', [])).not.toContain('installed');
});

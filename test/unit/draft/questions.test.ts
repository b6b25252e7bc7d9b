import { expect, test } from '@jest/globals';
import { nextQuestions } from '../../../src/draft/questions';
import { factKey } from '../../../src/evidence/request';
import { draftedHost, wish } from '../../support/drafted-host';

const bound = (port: string) => [{ HostIp: '', HostPort: port }];

test('of a container its image, its processes, the log of apt and its TCP ports are asked for', () => {
  const PortBindings = { '80/tcp': bound('80'), '443/tcp': bound('443'), '53/udp': bound('53') };
  const host = draftedHost({ inspect: { HostConfig: { PortBindings } } });
  expect(nextQuestions(wish(), host).map(factKey)).toEqual([
    `image/sha256:${'a'.repeat(64)}`,
    'top/ubuntu',
    'file/ubuntu/var/log/apt/history.log',
    'http/http/ubuntu:80/',
    'http/https/ubuntu:443/',
  ]);
});

test('nothing more is asked of what is not there', () => {
  expect(nextQuestions(wish({ containers: ['other'] }), draftedHost())).toEqual([]);
});

import { expect, test } from '@jest/globals';
import { sessionOf } from '../../../src/submission/session-of';
import type { SubmissionKind } from '../../../src/submission/submission';

function typedFor(kind: SubmissionKind, path: string, text = ''): readonly string[] {
  const session = sessionOf({
    kind,
    file: { path, bytes: new TextEncoder().encode(text), isExecutable: false },
  });
  if (!session.ok) throw new Error(session.error.map(({ message }) => message).join());
  return session.value.items.map((item) => (item.kind === 'type' && item.at === 'host' ? item.text : '?'));
}

test('a script is run by bash, whatever its name', () => {
  expect(typedFor('script', 'tp 2.sh')).toEqual(["bash ./'tp 2.sh'"]);
  expect(typedFor('script', "$(reboot)';x.sh")).toEqual([String.raw`bash ./'$(reboot)'\'';x.sh'`]);
});

test('a compose file is brought up', () => {
  expect(typedFor('compose', 'compose.yaml')).toEqual(['docker compose -f compose.yaml up -d --quiet-pull']);
});

test('a Dockerfile is built and run, its ports published under their own numbers', () => {
  const text =
    'FROM nginx\nEXPOSE 80 443/tcp 53/udp $PORT 80\n  expose 8080\n# EXPOSE 1\nRUN echo EXPOSE 2\n';
  expect(typedFor('dockerfile', 'Dockerfile', text)).toEqual([
    'docker build -t submission .',
    'docker run -d --name submission -p 80:80 -p 443:443 -p 8080:8080 submission',
  ]);
});

import { expect, test } from '@jest/globals';
import { createServer, request } from 'node:http';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { Connections } from '../../../../src/collect/engine/connections';

test('however many requests are under way, describing the agent costs one line: docker-modem does it for each of them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-agent-'));
  const path = join(folder, 'engine.sock');
  const server = createServer((_, response) => response.end('OK')).listen(path);
  await once(server, 'listening');
  const agent = new Connections({ kind: 'unix', path });
  try {
    const requests = Array.from({ length: 20 }, () => request({ agent, path: '/_ping' }).end());
    const described = inspect({ agent }, { showHidden: true, depth: null });
    await Promise.all(requests.map((sent) => once(sent, 'response')));
    expect(Object.values(agent.sockets).flat()).toHaveLength(20);
    expect(described.length).toBeLessThan(100);
  } finally {
    agent.destroy();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

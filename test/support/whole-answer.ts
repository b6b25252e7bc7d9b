import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject, type Json, type JsonObject } from '../../src/text/json';

const recorded = JSON.parse(
  readFileSync(join(__dirname, '../fixtures/containers/docker20.json'), 'utf8'),
) as JsonObject; // an inspect, as Docker 20.10 gave it

/** What the recorded one was spared, since nothing reads it there. */
const spared = {
  State: { Error: '', OOMKilled: false, Paused: false, Restarting: false },
  Config: { Tty: false, OpenStdin: false, Env: null, Cmd: null, User: '', WorkingDir: '' },
  HostConfig: {
    ...{ NetworkMode: 'default', PortBindings: {}, PublishAllPorts: false, AutoRemove: false },
    ...{ Privileged: false, ReadonlyRootfs: false, Memory: 0, NanoCpus: 0, PidsLimit: null },
    ...{ CapAdd: null, CapDrop: null, Binds: null, RestartPolicy: {}, LogConfig: {} },
  },
};

const row = { Names: [], Image: 'debian', Created: 0, State: 'running', Status: 'Up 4 seconds' };
const image = { RepoTags: [], RepoDigests: [], Architecture: 'amd64', Os: 'linux', Size: 1, RootFS: {} };

/** What a test says of an answer, with all that no engine leaves out: a container's inspect as a recorded one, and rows of lists. */
export function wholeAnswer(path: string, body: Json): Json {
  const [, name] = /^\/containers\/([^/]+)\/json$/.exec(path) ?? [];
  if (path === '/containers/json' && Array.isArray(body)) return body.map((one: Json) => merged(row, one));
  if (/^\/images\/.+\/json$/.test(path) && isJsonObject(body) && 'Id' in body) return merged(image, body);
  if (name === undefined || !isJsonObject(body) || !('Id' in body)) return body;
  const base = {
    ...(merged(spared, recorded) as JsonObject),
    Name: `/${decodeURIComponent(name)}`,
    Mounts: [],
  };
  return merged({ ...base, NetworkSettings: { Ports: {}, Networks: {} } }, body);
}

/** Objects field by field; anything else as the test has it. */
function merged(base: JsonObject, given: Json): Json {
  if (!isJsonObject(given)) return given;
  const fields = Object.entries(given).map(([key, value]) => {
    const own = base[key];
    return [key, isJsonObject(own) && isJsonObject(value) ? merged(own, value) : value] as const;
  });
  return { ...base, ...Object.fromEntries(fields) };
}

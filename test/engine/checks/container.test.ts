import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openCleanRoom, type CleanRoom } from '../../../src/cleanroom';
import { judgeLab } from '../../../src/judge/judge-lab';
import { makePlan } from '../../../src/plan/plan';
import type { Json } from '../../../src/text/json';
import { anyLab, checkOf } from '../../support/evidence';
import { lookAt } from '../../support/look-at';

let room: CleanRoom;
beforeAll(async () => {
  room = await openCleanRoom();
  await sh('docker pull -q ubuntu && docker pull -q ubuntu:22.04 && docker pull -q hello-world');
}, 300_000);
afterAll(() => room.close(), 60_000);

/** Types a line into the shell of `ubuntu` through a real terminal, and stays until that shell has ended. */
const typed = `typed() {
  { printf '%s\\r' "$1"; docker wait ubuntu >/dev/null; } | script -qec 'docker attach ubuntu' /dev/null >/dev/null || true
}`;

async function sh(script: string): Promise<void> {
  const result = await room.run(['sh', '-ec', `${typed}\n${script}`], { deadlineMs: 60_000 });
  if (result.code !== 0) throw new Error(`${script} ended with ${result.code}: ${result.stderr}`);
}

const course = {
  image: 'ubuntu:latest',
  state: 'running',
  tty: true,
  stdin: true,
  ports: ['80:80'],
} satisfies Record<string, Json>;

/** Grades one check on the real engine; the code of what is said, or the outcome where nothing is. */
async function codeFor(name: string, keys: Record<string, Json> = course): Promise<string> {
  const check = checkOf('container', name, keys);
  const task = {
    id: 'task',
    title: 'A task',
    needs: [],
    points: 20,
    bonus: false,
    checks: [check],
    at: check.at,
  };
  const lab = { ...anyLab, tasks: [task] };
  const evidence = await lookAt(room.dockerHost, makePlan([lab]).requests);
  const [verdict] = judgeLab(lab, evidence).tasks.flatMap(({ checks }) => checks);
  return verdict?.message?.code ?? verdict?.outcome ?? 'nothing';
}

/** As `docker run` with a terminal does it, without one being there. */
const right = 'docker run -dit -p 80:80 --name ubuntu ubuntu';
const emptied = 'docker ps -aq | xargs -r docker rm -f >/dev/null';

describe('a container of the course on a real engine', () => {
  test.each<[string, string, string]>([
    ['passed', 'the reference', right],
    ['passed', 'an explicit address', 'docker run -dit -p 0.0.0.0:80:80 --name ubuntu ubuntu'],
    [
      'passed',
      'one more port, a host name, a restart policy',
      'docker run -dit -h box --restart always -p 80:80 -p 8080:8080 --name ubuntu ubuntu',
    ],
    ['passed', 'a random name, then renamed', `docker rename "$(docker run -dit -p 80:80 ubuntu)" ubuntu`],
    ['passed', 'paused, then resumed', `${right} && docker pause ubuntu && docker unpause ubuntu`],
    ['passed', 'restarted', `${right} && docker restart -t 0 ubuntu`],
    [
      'passed',
      'run by the image’s ID',
      `docker run -dit -p 80:80 --name ubuntu "$(docker images -q ubuntu:latest)"`,
    ],
    ['container.other-host-port', '-p 8080:80', 'docker run -dit -p 8080:80 --name ubuntu ubuntu'],
    ['container.other-container-port', '-p 80:443', 'docker run -dit -p 80:443 --name ubuntu ubuntu'],
    ['container.both-ports-differ', '-p 8080:8080', 'docker run -dit -p 8080:8080 --name ubuntu ubuntu'],
    ['container.random-host-port', '-p 80', 'docker run -dit -p 80 --name ubuntu ubuntu'],
    ['container.random-host-port', '-P', 'docker run -dit --expose 80 -P --name ubuntu ubuntu'],
    ['container.exposed-only', '--expose 80', 'docker run -dit --expose 80 --name ubuntu ubuntu'],
    ['container.not-published', 'no -p', 'docker run -dit --name ubuntu ubuntu'],
    ['container.loopback-only', '127.0.0.1', 'docker run -dit -p 127.0.0.1:80:80 --name ubuntu ubuntu'],
    ['container.other-protocol', 'udp', 'docker run -dit -p 80:80/udp --name ubuntu ubuntu'],
    ['container.host-network', '--network host', 'docker run -dit --network host --name ubuntu ubuntu'],
    ['container.no-network', '--network none', 'docker run -dit --network none --name ubuntu ubuntu'],
    ['container.disconnected', 'disconnected', `${right} && docker network disconnect bridge ubuntu`],
    [
      'container.options-after-image',
      '-p after the image',
      'docker run -dit --name ubuntu ubuntu -p 80:80 || true',
    ],
    [
      'container.port-taken',
      'port taken',
      `docker run -dit -p 80:80 --name web ubuntu:22.04; ${right} || true`,
    ],
    [
      'container.name-kept-by-attempt',
      'a first attempt has the name',
      `docker run --name ubuntu ubuntu; sleep 1.1; docker run -dit -p 80:80 --name second ubuntu`,
    ],
    [
      'container.program-not-found',
      'no such program',
      'docker run -dit -p 80:80 --name ubuntu ubuntu nosuch || true',
    ],
    [
      'container.program-not-executable',
      'not a program',
      'docker run -dit -p 80:80 --name ubuntu ubuntu /etc/passwd || true',
    ],
    ['container.never-started', 'created', 'docker create -it -p 80:80 --name ubuntu ubuntu'],
    [
      'container.shell-without-terminal',
      '-d only',
      'docker run -d -p 80:80 --name ubuntu ubuntu; docker wait ubuntu',
    ],
    ['container.left-shell', 'exit typed in the attached shell', `${right}; typed 'exit 3'`],
    ['container.stopped', 'docker stop', `${right}; docker stop -t 0 ubuntu`],
    ['container.killed', 'docker kill', `${right}; docker kill ubuntu`],
    ['container.paused', 'paused', `${right}; docker pause ubuntu`],
    [
      'container.out-of-memory',
      'OOM',
      `docker run -m 6m -t -i -d -p 80:80 --name ubuntu ubuntu sh -c 'tail /dev/zero'; docker wait ubuntu`,
    ],
    [
      'container.exited-with',
      'exit code',
      `docker run -dit -p 80:80 --name ubuntu ubuntu sh -c 'exit 3'; docker wait ubuntu`,
    ],
    [
      'container.finished',
      'command ended',
      `docker run -dit -p 80:80 --name ubuntu ubuntu true; docker wait ubuntu`,
    ],
    [
      'container.crash-looping',
      'crash loop',
      `docker run -dit --restart always -p 80:80 --name ubuntu ubuntu sh -c 'exit 3'; while [ "$(docker inspect -f '{{.RestartCount}}' ubuntu)" -lt 3 ]; do :; done`,
    ],
    [
      'container.no-terminal',
      '-d with a lasting command',
      'docker run -d -p 80:80 --name ubuntu ubuntu sleep 1000',
    ],
    ['container.no-stdin', '-t only', 'docker run -dt -p 80:80 --name ubuntu ubuntu'],
    ['container.no-tty', '-i only', 'docker run -di -p 80:80 --name ubuntu ubuntu'],
    ['container.other-tag', '22.04', 'docker run -dit -p 80:80 --name ubuntu ubuntu:22.04'],
    ['container.other-image', 'hello-world', 'docker run --name ubuntu hello-world'],
    [
      'container.own-image',
      'committed',
      `docker commit "$(docker create ubuntu)" mine; docker run -dit -p 80:80 --name ubuntu mine`,
    ],
    [
      'passed',
      'under a second name of the same image',
      'docker tag ubuntu mine; docker run -dit -p 80:80 --name ubuntu mine',
    ],
    ['container.name-case', 'Ubuntu', 'docker run -dit -p 80:80 --name Ubuntu ubuntu'],
    ['container.name-similar', 'ubunut', 'docker run -dit -p 80:80 --name ubunut ubuntu'],
    ['container.hostname-not-name', '-h', 'docker run -dit -p 80:80 -h ubuntu ubuntu'],
    ['container.random-name', 'no name', 'docker run -dit -p 80:80 ubuntu'],
    ['container.other-name', 'another name', 'docker run -dit -p 80:80 --name tp1 ubuntu'],
    [
      'container.unnamed-attempts',
      'several attempts',
      'docker run -dit ubuntu; docker run -dit -p 80:80 ubuntu',
    ],
    ['container.renamed-away', 'renamed', `${right}; docker rename ubuntu tp1`],
    ['container.removed', 'removed', `${right}; docker rm -f ubuntu`],
    ['container.removed-by-itself', '--rm', 'docker run --rm --name ubuntu ubuntu true'],
    ['container.pruned', 'pruned', 'docker run --name ubuntu ubuntu true; docker container prune -f'],
  ])(
    '%s: %s',
    async (code, _what, script) => {
      await sh(emptied);
      await sh(script);
      expect(await codeFor('ubuntu')).toBe(code);
    },
    60_000,
  );
});

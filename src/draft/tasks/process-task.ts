import { processesOf, programOf } from '../../checks/kinds/process/processes';
import type { Seen } from '../host';
import type { DraftTask } from '../statement';
import { titles } from '../words';

const maxProcesses = 4;

/** What everybody's container has, or keeps it alive, or was only typed a moment ago. */
const notWorthNaming = new Set(
  (
    'sh bash dash ash zsh fish busybox sleep tail cat tini docker-init catatonit dumb-init init ' +
    'ps top htop less more vi vim nano man su sudo login script apt apt-get dpkg apk dnf yum'
  ).split(' '),
);
/** What they run says more than their own name. */
const interpreters = /^(python[\d.]*|node|nodejs|java|php[\d.]*|perl|ruby|deno|bun)$/;

export function processTask({ asked, name, look }: Seen): readonly DraftTask[] {
  const top = look({ fact: 'top', container: asked });
  if (name === undefined || !('value' in top) || top.value === null) return [];
  const commands = processesOf(top.value).flatMap(({ zombie, command }) => (zombie ? [] : [command]));
  const names = namesOf(commands);
  if (names.length === 0) return [];
  return [
    {
      id: 'start',
      title: titles.processTask(name),
      statements: names.map((each) => ({
        kind: 'process',
        subject: each,
        place: { in: name },
        asserts: {},
        assertsPresence: true,
        title: titles.process(each),
        notes: [],
      })),
    },
  ];
}

/** One name a program: the first is the one that started the others. */
export function namesOf(commands: readonly string[]): string[] {
  const byProgram = new Map<string, string>();
  for (const command of commands) {
    const program = programOf(command);
    const isPlain = /^[A-Za-z][\w.+-]{0,49}$/.test(program);
    if (isPlain && !notWorthNaming.has(program) && !byProgram.has(program))
      byProgram.set(program, nameOf(program, command));
  }
  return [...byProgram.values()].slice(0, maxProcesses);
}

/** `nginx: master` of `nginx: master process /usr/sbin/nginx`, `python3 -m http.server` of what follows it. */
function nameOf(program: string, command: string): string {
  const [, title] = /^[\w.+-]+: ([a-z]{1,30})(\s|$)/.exec(command.trim()) ?? [];
  if (title !== undefined) return `${program}: ${title}`;
  const [, what] = /^\S+ ((?:-[\w=-]{1,20} ){0,3}[\w./@-]{1,60})(\s|$)/.exec(command.trim()) ?? [];
  return interpreters.test(program) && what !== undefined ? `${program} ${what}` : program;
}

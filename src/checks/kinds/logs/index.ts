import { containerRef } from '../../../evidence/container-ref';
import { fault } from '../../../evidence/fault';
import { message } from '../../../messages/message';
import { stripTerminal } from '../../../text/terminal';
import { soughtIn } from '../../match/sought';
import { defineKind } from '../../kind';
import { byImageKeys, needsOfNamed } from '../container/open';
import { stateOf } from '../container/state';
import { notRunning } from '../inside/not-running';
import { openInside } from '../inside/open-inside';
import { attributes, type LogsSeen } from './attributes';
import { nearMisses } from './near-misses';
import { consoleOf, mutingDriverOf, type ConsoleSeen } from './console';
import { widthsOf } from './widths';

export const logs = defineKind<LogsSeen>({
  kind: 'logs',
  name: { fr: 'sortie du conteneur', en: 'output of container' },
  describe:
    'What a container printed, as `docker logs` shows it, stopped containers included. A container with a terminal keeps the whole session ' +
    'of its main process, what was typed included; `docker exec` sessions are in no log. Of more than 256 KiB the middle of what was printed is left out of the evidence: what was typed is kept, and what the lab looks for is looked for in all of it, up to 16 MiB.',
  subject: {
    type: 'string-or-object',
    describe: 'The container, by its name or ID; or by the image that it was made from.',
    keys: byImageKeys,
    example: 'ubuntu',
  },
  parameters: {},
  attributes,
  assertsPresence: false,
  needs: ({ check, lab }) => {
    const name = containerRef(check.subject);
    const asksTyped = ['typed', 'ran', 'python'].some((key) => Object.hasOwn(check.keys, key));
    const shown = ['output', 'stdout', 'stderr'].filter((key) => Object.hasOwn(check.keys, key));
    const search = shown.flatMap((key) => soughtIn(check.keys[key] ?? []));
    // How wide the terminal was is in the events.
    return [
      ...needsOfNamed(name, lab),
      { fact: 'logs', container: name, ...(shown.length > 0 && { search }) },
      ...(asksTyped ? [{ fact: 'events' } as const] : []),
    ];
  },
  open: (input, look) => {
    const ref = containerRef(input.check.subject);
    const opened = openInside(ref, input, look);
    if (!('found' in opened)) return opened;
    const { inspect } = opened.found;
    const name = inspect.Name?.replace(/^\//, '') || ref;
    const fact = look({ fact: 'logs', container: ref });
    if ('fault' in fact) return fact;
    if (fact.value === null)
      return { missing: message('container.absent', { name }), cause: `container/${ref}`, place: true };
    // What never started has nothing to say.
    if (stateOf(opened.found) === 'created')
      return { ...notRunning(ref, opened.found, input, look), place: true };
    if (fact.value.unreadable === true) {
      return { fault: fault('log.unreadable', { name, driver: mutingDriverOf(inspect) ?? '' }) };
    }
    const log = fact.value;
    const { tty, truncated } = log;
    let console: ConsoleSeen | undefined;
    const stdout = tty ? stripTerminal(fact.value.stdout) : fact.value.stdout;
    const { stderr } = fact.value;
    return {
      found: {
        id: inspect.Id,
        name,
        tty,
        truncated,
        searched: log.searched,
        startLost: log.startLost === true,
        stdout,
        stderr,
        output: stderr === '' ? stdout : stdout + stderr,
        console: () =>
          (console ??= consoleOf(log, inspect.Path, widthsOf(inspect, look({ fact: 'events' })))),
      },
    };
  },
  nearMisses,
});

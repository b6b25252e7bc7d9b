import type { Catalogue } from '../catalogue';
import type { EventMessages } from '../codes/event';
import { plural } from '../../text/number';
import { quote as q } from './quote';

const detach = 'To leave a container without stopping it: Ctrl-P then Ctrl-Q.';

export const event: Catalogue<EventMessages> = {
  'event.none': ({ command, name }) => ({
    says: `No trace of ${q(command)}${name === undefined ? '' : ` since container ${q(name)} was created`}.`,
    hint: 'It is typed in a terminal of your machine.',
    command,
  }),
  'event.happened': ({ command, count }) => ({
    says: `${q(command)} was seen ${count === 1 ? 'once' : `${count} times`}; it should not have been done at all.`,
  }),
  'event.count': ({ command, count }) => ({
    says: `${q(command)}: seen ${count === 1 ? 'once' : `${count} times`}.`,
  }),
  'event.on-other-container': ({ command, name, found }) => ({
    says: `No trace of ${q(command)}: the command was run on container ${q(found)}, not on ${q(name)}.`,
    hint: 'Run it again on the container that is asked for.',
    command,
  }),
  'event.on-earlier-container': ({ command, name }) => ({
    says: `The command was run on an earlier container called ${q(name)}, removed since; the one that has this name now is another.`,
    hint: 'Run it again on the present container.',
    command,
  }),
  'event.attached-by-run': ({ name }) => ({
    says: `The terminal was only attached to ${q(name)} when it was started (docker run or docker start); no trace of ${q(`docker attach ${name}`)} since.`,
    hint: `${detach} Then attach to the running container.`,
    command: `docker attach ${name}`,
  }),
  'event.exec-instead': ({ name, command }) => ({
    says: `A new shell was opened in ${q(name)} with docker exec (${q(command)}); no trace of ${q(`docker attach ${name}`)}.`,
    hint: 'docker exec starts one more process; docker attach joins the container’s main process.',
    command: `docker attach ${name}`,
  }),
  'event.typed-inside': ({ name, typed }) => ({
    says: `Processes were listed from inside the container (${q(typed)}); no trace of ${q(`docker top ${name}`)}.`,
    hint: 'The command that is asked for is typed in the host’s terminal.',
    command: `docker top ${name}`,
  }),
  'event.command-inside': ({ name, command }) => ({
    says: `${q(command)} was typed in container ${q(name)}, where there is no docker.`,
    hint: 'Leave the container with Ctrl-P then Ctrl-Q, then type the command in the terminal of your machine.',
    command,
  }),
  'event.ended-by-stop': ({ name }) => ({
    says: `Container ${q(name)} was stopped (docker stop) since it was created.`,
    hint: detach,
  }),
  'event.ended-by-restart': ({ name }) => ({
    says: `Container ${q(name)} was restarted (docker restart) since it was created: that ends its main process and begins it anew.`,
    hint: detach,
  }),
  'event.ended-by-hangup': ({ name }) => ({
    says: `Container ${q(name)} has stopped since it was created: the terminal where docker run was typed was closed.`,
    hint: detach,
  }),
  'event.ended-by-interrupt': ({ name }) => ({
    says: `Container ${q(name)} has stopped since it was created: its main process was interrupted (Ctrl-C).`,
    hint: detach,
  }),
  'event.ended-often': ({ name, count }) => ({
    says: `Container ${q(name)} has stopped ${plural(count, { one: 'once', other: `${count} times` }, 'en')} since it was created.`,
    hint: detach,
  }),
  'event.ended-by-kill': ({ name }) => ({
    says: `Container ${q(name)} was ended by force since it was created.`,
    hint: detach,
  }),
  'event.ended-by-itself': ({ name, attached }) => ({
    says: attached
      ? `Container ${q(name)} stopped after you had attached to it: its main process ended (exit or Ctrl-D closes the shell).`
      : `Container ${q(name)} has stopped since it was created: its main process ended (exit or Ctrl-D closes the shell).`,
    hint: detach,
  }),
};

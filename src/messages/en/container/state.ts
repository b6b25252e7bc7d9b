import type { Catalogue } from '../../catalogue';
import type { ContainerStates } from '../../codes/container/state';
import { plural } from '../../../text/number';
import { quote as q } from '../quote';

const again = (name: string): string => `docker rm ${name}, then docker run …`;

export const states: Catalogue<ContainerStates> = {
  'container.options-after-image': ({ name, options }) => ({
    says: `${q(options)} comes after the image's name: Docker took it for the command to run in ${q(name)}, not for an option.`,
    hint: 'Options of docker run go before the image; remove this container and create it again.',
    command: again(name),
  }),
  'container.name-kept-by-attempt': ({ name, other }) => ({
    says: `The name ${q(name)} belongs to a container that does not run; the one that runs, with the image and the ports asked for, is called ${q(other)}.`,
    hint: 'Remove the one that does not run, then give its name to the other.',
    command: `docker rm ${name} && docker rename ${other} ${name}`,
  }),
  'container.never-started': ({ name }) => ({
    says: `Container ${q(name)} was created but never started.`,
    hint: 'docker create only creates; the container has still to be started.',
    command: `docker start ${name}`,
  }),
  'container.port-taken': ({ name, port, holder }) => ({
    says: `Container ${q(name)} could not start: host port ${port} is already held by container ${q(holder)}.`,
    hint: `Free the port (stop or remove ${q(holder)}), then start ${q(name)}.`,
    command: `docker stop ${holder} && docker start ${name}`,
  }),
  'container.port-taken-on-host': ({ name, port }) => ({
    says: `Container ${q(name)} could not start: host port ${port} was already taken.`,
    hint: `Another container or a program of the machine holds it; free the port, then start ${q(name)}.`,
    command: `docker start ${name}`,
  }),
  'container.program-not-found': ({ name, program }) => ({
    says: `Container ${q(name)} could not start: there is no program ${q(program)} in the image.`,
    hint: "What follows the image's name is the command to run: check it, or leave it out.",
    command: again(name),
  }),
  'container.program-not-executable': ({ name, program }) => ({
    says: `Container ${q(name)} could not start: ${q(program)} is not a program that can be run.`,
    hint: "What follows the image's name is the command to run: check it, or leave it out.",
    command: again(name),
  }),
  'container.start-failed': ({ name, error }) => ({
    says: `Container ${q(name)} could not start; the engine says: ${error}`,
    hint: 'Correct what the message says, then create the container again.',
  }),
  'container.left-shell': ({ name }) => ({
    says: `Container ${q(name)} is stopped: its shell was left with exit or Ctrl-D, and a container ends with its main process.`,
    hint: 'Start it again; to leave it running, press Ctrl-P then Ctrl-Q.',
    command: `docker start -ai ${name}`,
  }),
  'container.shell-without-terminal': ({ name, program }) => ({
    says: `Container ${q(name)} ended at once: without a terminal ${q(program)} has nothing to read and ends.`,
    hint: 'Create it again with an interactive terminal (options -i and -t).',
    command: again(name),
  }),
  'container.stopped': ({ name }) => ({
    says: `Container ${q(name)} was stopped with docker stop; it must be running.`,
    hint: 'A stopped container can be started again; it need not be created anew.',
    command: `docker start ${name}`,
  }),
  'container.killed': ({ name }) => ({
    says: `Container ${q(name)} was ended with docker kill; it must be running.`,
    hint: 'A stopped container can be started again; it need not be created anew.',
    command: `docker start ${name}`,
  }),
  'container.hung-up': ({ name }) => ({
    says: `Container ${q(name)} is stopped: the terminal where docker run was typed was closed, and its shell with it.`,
    hint: 'Start it again; before closing the terminal, press Ctrl-P then Ctrl-Q.',
    command: `docker start ${name}`,
  }),
  'container.ended-by-signal': ({ name, code }) => ({
    says: `Container ${q(name)} is stopped (code ${code}): a signal ended its process, by docker stop, docker kill or a stop of the engine.`,
    hint: 'A stopped container can be started again; it need not be created anew.',
    command: `docker start ${name}`,
  }),
  'container.engine-restarted': ({ name }) => ({
    says: `Container ${q(name)} stopped with the Docker engine (or the machine), which has restarted since.`,
    hint: 'After a restart, containers are started by hand, unless they have a restart policy.',
    command: `docker start ${name}`,
  }),
  'container.interrupted': ({ name }) => ({
    says: `Container ${q(name)} is stopped: Ctrl-C interrupted its main process.`,
    hint: 'Start it again; to leave it running, Ctrl-P then Ctrl-Q (with -it), or run it with -d.',
    command: `docker start ${name}`,
  }),
  'container.out-of-memory': ({ name, limit }) => ({
    says:
      limit === undefined
        ? `The kernel ended container ${q(name)} for lack of memory.`
        : `The kernel ended container ${q(name)}: it needed more than its memory limit (${limit}).`,
    hint: 'Create it again with a higher limit, or with a program that needs less.',
  }),
  'container.finished': ({ name, program }) => ({
    says: `Container ${q(name)} is stopped: its command, ${q(program)}, ended by itself, without an error.`,
    hint: 'A container lives as long as its main process.',
  }),
  'container.exited-with': ({ name, program, code }) => ({
    says: `Container ${q(name)} stopped with an error: ${q(program)} gave exit code ${code}.`,
    hint: 'Its logs often say why.',
    command: `docker logs ${name}`,
  }),
  'container.paused': ({ name }) => ({
    says: `Container ${q(name)} is paused: its processes are frozen.`,
    hint: 'End the pause.',
    command: `docker unpause ${name}`,
  }),
  'container.crash-looping': ({ name, code, restarts }) => ({
    says: `Container ${q(name)} ends as soon as it starts, and its restart policy starts it again and again (${restarts} ${plural(restarts, { one: 'time', other: 'times' }, 'en')} so far, code ${code}).`,
    hint: 'Its logs say why it ends.',
    command: `docker logs ${name}`,
  }),
  'container.dead': ({ name }) => ({
    says: `Container ${q(name)} is "dead": its removal failed half-way.`,
    hint: 'Force its removal, then create it again.',
    command: `docker rm -f ${name}`,
  }),
  'container.removing': ({ name }) => ({
    says: `Container ${q(name)} is being removed.`,
    hint: 'Wait for the removal to end, then create it again.',
  }),
  'container.still-running': ({ name }) => ({
    says: `Container ${q(name)} is still running; it must be stopped.`,
    hint: 'Wait for its command to end, or stop it.',
    command: `docker stop ${name}`,
  }),
  'container.not-paused': ({ name, runs }) => ({
    says: runs
      ? `Container ${q(name)} is running; it must be paused.`
      : `Container ${q(name)} is not running; it must be running, and paused.`,
    hint: 'A pause freezes the processes of a container that runs; docker unpause ends it.',
    command: runs ? `docker pause ${name}` : `docker start ${name} && docker pause ${name}`,
  }),
  'container.paused-not-stopped': ({ name }) => ({
    says: `Container ${q(name)} is only paused; it must be stopped.`,
    hint: 'End the pause, then stop it.',
    command: `docker unpause ${name} && docker stop ${name}`,
  }),
  'container.was-started': ({ name }) => ({
    says: `Container ${q(name)} has been started; it must be created, and not started.`,
    hint: 'docker create creates a container without starting it; one that was started has to be created again.',
    command: `docker rm -f ${name}, then docker create …`,
  }),
  'container.health-starting': ({ name }) => ({
    says: `The health check of ${q(name)} has no result yet.`,
    hint: 'Wait a few seconds and try again.',
  }),
  'container.unhealthy': ({ name, output }) => ({
    says: `The health check of ${q(name)} fails${output === '' ? '' : `: ${output}`}.`,
    hint: 'docker inspect shows the last checks (State.Health.Log).',
  }),
  'container.no-health-check': ({ name }) => ({
    says: `Container ${q(name)} has no health check.`,
    hint: 'It comes from the image (HEALTHCHECK) or from docker run (--health-cmd).',
  }),
};

import type { Catalogue } from '../catalogue';
import type { ProcessMessages } from '../codes/process';
import { quote as q, quoteAll } from './quote';

export const processes: Catalogue<ProcessMessages> = {
  'process.absent': ({ process, container, running }) => ({
    says:
      running.length === 0
        ? `No process ${q(process)} runs in container ${q(container)}.`
        : `No process ${q(process)} runs in container ${q(container)}; there is ${quoteAll(running)}.`,
    hint: 'docker top shows the processes of a container, seen from the host.',
    command: `docker top ${container}`,
  }),
  'process.zombie': ({ process, container }) => ({
    says: `The process ${q(process)} of container ${q(container)} has ended; only a trace of it is left ("defunct").`,
    hint: 'Start it again, and see why it ends.',
    command: `docker attach ${container}`,
  }),
  'process.not-installed': ({ process, container, package: name }) => ({
    says: `${q(process)} cannot run: the package ${q(name)} is not installed in container ${q(container)}.`,
    hint: 'Install it in the container, after apt update.',
    command: `apt update && apt install -y ${name}`,
  }),
  'process.installed-not-started': ({ container, program }) => ({
    says: `${q(program)} is installed in container ${q(container)}, but it does not run.`,
    hint: 'In a container neither installing a service nor restarting the container starts it: start it yourself.',
    command: `service ${program} start`,
  }),
  'process.container-restarted': ({ process, container, main }) => ({
    says: `Container ${q(container)} was restarted: only its main process (${main}) comes back, not ${q(process)}.`,
    hint: 'What was started by hand in the container has to be started again after each restart.',
    command: `docker attach ${container}`,
  }),
  'process.only-main': ({ process, container, main }) => ({
    says: `Only ${q(main)} runs in container ${q(container)}; ${q(process)} does not run there.`,
    hint: 'Attach to the container and start the program.',
    command: `docker attach ${container}`,
  }),
  'process.other-program': ({ process, container, found }) => ({
    says: `In container ${q(container)} it is ${q(found)} that runs, not ${q(process)}.`,
    hint: 'Check which program the exercise asks for.',
  }),
  'process.count': ({ process, container, count }) => ({
    says: `Container ${q(container)} has ${count} ${count === 1 ? 'process' : 'processes'} ${q(process)}.`,
    hint: 'docker top shows them.',
    command: `docker top ${container}`,
  }),
  'process.other-user': ({ process, users }) => ({
    says: `The process ${q(process)} runs as user ${quoteAll(users)}.`,
    hint: 'docker top shows the user of each process.',
  }),
};

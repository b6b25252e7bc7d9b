import type { Catalogue } from '../catalogue';
import type { LogsMessages } from '../codes/logs';
import { quote as q } from './quote';

export const logs: Catalogue<LogsMessages> = {
  'logs.empty': ({ name }) => ({
    says: `Container ${q(name)} has not printed anything yet.`,
    hint: 'docker logs shows what its main process prints, not the commands run with docker exec.',
    command: `docker logs ${name}`,
  }),
  'logs.not-there': ({ name }) => ({
    says: `What container ${q(name)} printed does not contain what is expected.`,
    hint: 'docker logs shows what it printed.',
    command: `docker logs ${name}`,
  }),
  'logs.other-stream': ({ name, expected }) => ({
    says: `${q(name)} does print the expected text, but on ${expected === 'stdout' ? 'standard error instead of standard output' : 'standard output instead of standard error'}.`,
  }),
  'logs.no-terminal': ({ name }) => ({
    says: `Container ${q(name)} has no terminal: nothing that is typed there is kept.`,
    hint: 'Create it again with an interactive terminal (options -i and -t).',
  }),
  'logs.nothing-typed': ({ name }) => ({
    says: `Nothing has been typed in the shell of container ${q(name)} yet.`,
    hint: 'Attach to the container and type the command in its shell; a session of docker exec leaves no trace.',
    command: `docker attach ${name}`,
  }),
  'logs.not-typed': ({ name }) => ({
    says: `The expected command was not typed in the shell of container ${q(name)}.`,
    hint: "Only the container's main shell counts: a session of docker exec leaves no trace.",
    command: `docker attach ${name}`,
  }),
  'logs.printed-not-typed': ({ name }) => ({
    says: `The expected command appears in the session of ${q(name)}, but not behind the shell's prompt: it was printed there, not typed.`,
    hint: "Type it in the container's shell.",
    command: `docker attach ${name}`,
  }),
  'logs.ran-failed': ({ name, command, said }) => ({
    says:
      said === ''
        ? `${q(command)} was typed in container ${q(name)}, but has not ended yet.`
        : `${q(command)} was typed in container ${q(name)}, but the console does not show that it worked: ${q(said)}.`,
    hint: 'Attach to the container, read what its console shows, and type the command until it works.',
    command: `docker attach ${name}`,
  }),
};

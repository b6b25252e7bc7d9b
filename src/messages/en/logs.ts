import type { Catalogue } from '../catalogue';
import type { LogsMessages } from '../codes/logs';
import { answerYes, met, question } from './apt-words';
import { quote as q } from './quote';

const inMainShell = (exec?: true): string =>
  exec
    ? 'Only what is typed in its main shell counts, where docker attach leads: a shell of docker exec leaves no trace.'
    : 'Attach to the container and type the command in its shell.';

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
  'logs.nothing-typed': ({ name, exec }) => ({
    says: `Nothing has been typed in the shell of container ${q(name)} yet.`,
    hint: inMainShell(exec),
    command: `docker attach ${name}`,
  }),
  'logs.not-typed': ({ name, exec }) => ({
    says: `The expected command was not typed in the shell of container ${q(name)}.`,
    hint: inMainShell(exec),
    command: `docker attach ${name}`,
  }),
  'logs.declined': ({ name, command, yes, answer }) => ({
    says: `${q(command)} was typed in container ${q(name)}; apt asked ${question(yes)} and ${met(answer)}: nothing was installed.`,
    hint: `Type the command again, then ${answerYes(yes)}.`,
    command: `docker attach ${name}`,
  }),
  'logs.unanswered': ({ name, command, yes }) => ({
    says: `${q(command)} was typed in container ${q(name)}; apt waits for an answer to ${question(yes)}.`,
    hint: `Go back into the container and ${answerYes(yes)}.`,
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

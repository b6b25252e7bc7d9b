import type { Catalogue } from '../catalogue';
import type { ExecMessages } from '../codes/exec';
import { quote as q } from './quote';

const shown = (output: string): string => (output === '' ? 'nothing' : q(output));

export const exec: Catalogue<ExecMessages> = {
  'exec.never-ends': ({ command, container, seconds }) => ({
    says: `In container ${q(container)}, the command ${q(command)} had not ended after ${seconds} s.`,
    hint: 'Try it in the container: does it wait for input, or for a service that does not answer?',
    command: `docker exec ${container} ${command}`,
  }),
  'exec.not-found': ({ program, container }) => ({
    says: `There is no program ${q(program)} in container ${q(container)}.`,
    hint: 'Install it in the container.',
  }),
  'exec.not-executable': ({ program, container }) => ({
    says: `${q(program)} is in container ${q(container)}, but it may not be executed.`,
    hint: 'Look at its rights (ls -l), then chmod +x.',
    command: `chmod +x ${program}`,
  }),
  'exec.no-such-user': ({ user, container }) => ({
    says: `There is no user ${q(user)} in container ${q(container)}.`,
    hint: 'Create it in the container.',
    command: `useradd ${user}`,
  }),
  'exec.no-such-folder': ({ folder, container }) => ({
    says: `There is no folder ${q(folder)} in container ${q(container)}.`,
    hint: 'Create it in the container.',
    command: `mkdir -p ${folder}`,
  }),
  'exec.exit-code': ({ command, code, output }) => ({
    says: `The command ${q(command)} gave exit code ${code}${output === '' ? '' : ` and said ${q(output)}`}.`,
    hint: 'Try it in the container.',
  }),
  'exec.output-differs': ({ command, output }) => ({
    says: `The command ${q(command)} prints ${shown(output)}, which is not what is expected.`,
    hint: 'Try it in the container.',
  }),
  'exec.other-stream': ({ command, expected }) => ({
    says:
      expected === 'stdout'
        ? `The command ${q(command)} prints that on standard error instead of standard output.`
        : `The command ${q(command)} prints that on standard output instead of standard error.`,
    hint: 'Standard error is redirected with 2>.',
  }),
};

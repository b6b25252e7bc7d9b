import type { Catalogue } from '../catalogue';
import type { PackageMessages } from '../codes/package';
import { answerYes, met, question } from './apt-words';
import { quote as q } from './quote';

const inShell = (name: string): string =>
  `The commands are typed in container ${q(name)}, not on the host: the prompt shows where you are.`;

const install = (manager: string, wanted: string): string =>
  `${{ apk: 'apk add', rpm: 'dnf install' }[manager] ?? 'apt install'} ${wanted}`;

export const packages: Catalogue<PackageMessages> = {
  'package.absent': ({ package: wanted, name, manager, typed }) => ({
    says: `Package ${q(wanted)} is not installed in container ${q(name)}.`,
    hint: typed ? 'Install it there again.' : inShell(name),
    command: install(manager, wanted),
  }),
  'package.declined': ({ package: wanted, name, yes, answer }) => ({
    says: `apt asked ${question(yes)} and ${met(answer)}: ${q(wanted)} was not installed in container ${q(name)}.`,
    hint: `Type the command again, then ${answerYes(yes)}.`,
    command: `apt install ${wanted}`,
  }),
  'package.unanswered': ({ package: wanted, name, yes }) => ({
    says: `apt has not installed ${q(wanted)} yet: in container ${q(name)} it waits for an answer to ${question(yes)}.`,
    hint: `Go back into the container and ${answerYes(yes)}.`,
    command: `docker attach ${name}`,
  }),
  'package.installing': ({ package: wanted, name, command }) => ({
    says: `Package ${q(wanted)} is not installed yet: ${q(command)} still runs in container ${q(name)}.`,
    hint: 'Wait until the prompt is back, then grade again.',
  }),
  'package.install-failed': ({ package: wanted, name, command, said }) => ({
    says: `${q(command)} was typed in container ${q(name)}, but it did not install ${q(wanted)}; the console shows: ${said}`,
    hint: `Correct what that message says; the package is called ${q(wanted)}.`,
    command: `apt update && apt install ${wanted}`,
  }),
  'package.index-never-fetched': ({ package: wanted, name, typed }) => ({
    says: `Package ${q(wanted)} is not installed in container ${q(name)}, and the list of packages is not there either: without it nothing can be installed.`,
    hint: `An image does not hold that list: it is updated before the first installation.${typed ? '' : ` ${inShell(name)}`}`,
    command: `apt update && apt install ${wanted}`,
  }),
  'package.fresh-container': ({ package: wanted, name }) => ({
    says: `Package ${q(wanted)} is not installed in container ${q(name)}, which is new: what was installed in the one before went when that was removed.`,
    hint: `It has to be installed again in the container ${q(name)} that is there now, after apt update.`,
    command: `apt update && apt install ${wanted}`,
  }),
  'package.perhaps-elsewhere': ({ package: wanted, name, other }) => ({
    says: `Nothing was installed in container ${q(name)}, and package ${q(wanted)} is missing there; another container of the same image, ${q(other)}, runs as well.`,
    hint: `Did you work in ${q(other)}? It is container ${q(name)} that counts: docker attach ${name} leads there.`,
    command: `apt update && apt install ${wanted}`,
  }),
  'package.removed': ({ package: wanted, name }) => ({
    says: `Package ${q(wanted)} was removed from container ${q(name)}; only its configuration is left.`,
    hint: 'Install it again.',
    command: `apt install ${wanted}`,
  }),
  'package.half-installed': ({ package: wanted, name }) => ({
    says: `The installation of ${q(wanted)} in container ${q(name)} was interrupted: the package is unpacked but not configured.`,
    hint: 'Finish the interrupted installation, then try again.',
    command: `dpkg --configure -a && apt install ${wanted}`,
  }),
  'package.variant': ({ package: wanted, name, manager, found }) => ({
    says: `Container ${q(name)} has ${q(found)} installed and not the package ${q(wanted)}.`,
    hint: 'Give the exact name of the package.',
    command: install(manager, wanted),
  }),
  'package.rival': ({ package: wanted, name, manager, found }) => ({
    says: `Package ${q(wanted)} is not installed in container ${q(name)}; it has ${q(found)}, which is another program.`,
    hint: `Install ${q(wanted)}.`,
    command: install(manager, wanted),
  }),
  'package.no-database': ({ package: wanted, name }) => ({
    says: `Package ${q(wanted)} cannot be installed in container ${q(name)}: it has no package manager that is known (dpkg, apk or rpm).`,
    hint: 'Was the container made from the right image?',
  }),
  'package.other-version': ({ package: wanted, version }) => ({
    says: `Package ${q(wanted)} is installed in version ${version}, which is not the expected one.`,
  }),
};

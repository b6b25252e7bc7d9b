import type { PackagesFact } from '../../../evidence/facts';
import { message, type Message } from '../../../messages/message';
import { elsewhere, type Elsewhere } from './elsewhere';
import { rivalsOf } from './rivals';
import { typedHere } from './typed-here';

/** Parts of a package that come along with it, or stay behind, and that are not the program. */
const part = /-(common|doc|data|dev|dbg|dbgsym|locale|locales|openrc|conf|config|tests?)$/;

/** Why a package is not there. Without the list of packages nothing can have been installed, and that is one mistake however many are missing. */
export function explainMissing(
  name: string,
  container: string,
  packages: PackagesFact | null,
  around: Elsewhere,
): { missing: Message; cause: string } {
  const args = { package: name, name: container };
  const missing = (because: Message, cause = `package/${container}/${name}`) => ({ missing: because, cause });
  if (packages === null || packages.manager === 'none')
    return missing(message('package.no-database', args), `container/${container}/package-database`);

  const { manager } = packages;
  const unfinished = packages.unfinished[name];
  if (unfinished !== undefined) return missing(message(`package.${unfinished}`, args));
  const { variant, rival } = insteadOf(name, packages);
  if (variant !== undefined) return missing(message('package.variant', { ...args, manager, found: variant }));
  const typed = typedHere(args, around);
  const here = typed && { typed: true as const };
  if (packages.indexFetched === false && typed?.goesOn !== true) {
    // Nobody installs without the list: then it was done in another container, or nowhere.
    const other = typed ? undefined : elsewhere(args, around);
    const because = other ?? message('package.index-never-fetched', { ...args, ...here });
    return missing(because, `container/${container}/package-index`);
  }
  if (rival !== undefined) return missing(message('package.rival', { ...args, manager, found: rival }));
  return missing(typed?.because ?? message('package.absent', { ...args, manager, ...here }));
}

function insteadOf(name: string, { installed, related }: PackagesFact) {
  const rivals = rivalsOf(name);
  const rival = rivals.find((other) => Object.hasOwn(installed, other));
  // The list is of everything like the names asked for, rivals included.
  const variant = related.find((other) => other.startsWith(`${name}-`) && !part.test(other));
  return { variant, rival };
}

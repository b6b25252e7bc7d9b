import { commandsOf, type Command } from '../../text/console/commands';
import type { SessionItem } from './session';

/** Whether a line attaches the terminal to a container that may run already, whose shell has drawn its prompt before. */
export const isAttach = (item: SessionItem | undefined): boolean =>
  item?.kind === 'type' && item.at === 'host' && commandsOf(item.text).some(attaches);

function attaches([name = '', ...words]: Command): boolean {
  if (name !== 'docker' && name !== 'podman') return false;
  const [first, second] = words.filter((word) => !word.startsWith('-'));
  const verb = first === 'container' || first === 'compose' ? second : first;
  return (
    verb === 'attach' ||
    (verb === 'start' && words.some((word) => /^(?:-[ai]+|--attach|--interactive)$/.test(word)))
  );
}

import { tryRunSync } from '../command';
import { endContainer } from './container-process';
import { isLeftOver, ROOM_LABEL } from './labels';
import type { OuterEngine } from './outer-engine';
import { removeAbandonedFolders } from './room-folder';

/** Removes rooms in containers whose owners are dead, with their volumes. Returns their number; 0 where there is no engine. */
export async function removeDindLeftovers(outer: OuterEngine): Promise<number> {
  const listed = await outer.ask(['ps', '-aq', '--no-trunc', '--filter', `label=${ROOM_LABEL}`], {
    deadlineMs: 10_000,
  });
  const ids = (listed ?? '').split('\n').filter((id) => id !== '');
  const inspected = await Promise.all(
    ids.map(async (id) => [id, await outer.ask(['inspect', '-f', '{{json .Config.Labels}}', id])] as const),
  );
  const dead = inspected.filter(
    ([, labels]) => labels !== undefined && isLeftOver(JSON.parse(labels) as Record<string, string>), // docker's own JSON
  );
  await Promise.all(dead.map(([id]) => removeContainer(outer, id)));
  removeAbandonedFolders();
  return dead.length;
}

/** Removes a container with its volumes, whatever runs or is paused in it. */
export async function removeContainer(outer: OuterEngine, id: string): Promise<void> {
  endContainer(id);
  await outer.ask(['rm', '-f', '-v', id], { deadlineMs: 60_000 });
}

/** The same without giving way to anything else, for a process that is about to end. */
export function removeContainerNow(id: string): void {
  endContainer(id);
  tryRunSync(['docker', 'rm', '-f', '-v', id]);
}

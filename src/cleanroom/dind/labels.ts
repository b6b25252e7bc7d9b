import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { ProcessIdentity } from '../room/ending/process-identity';
import { identify, isRunning } from '../room/ending/process-identity';

/** What a room in a container says about itself, so that another process can remove it when its owner is dead. */
export const ROOM_LABEL = 'vigie.room';
const OWNER_LABEL = 'vigie.owner';
const MACHINE_LABEL = 'vigie.machine';

/** `role`: the room's id, or `mirror`. */
export function labelsOf(role: string): Readonly<Record<string, string>> {
  const owner = identify(process.pid);
  return { [ROOM_LABEL]: role, [OWNER_LABEL]: JSON.stringify(owner ?? {}), [MACHINE_LABEL]: machineId() };
}

/** An engine may serve several machines: only what this machine made, and whose owner no longer runs, is left over. */
export function isLeftOver(labels: Readonly<Record<string, string>>): boolean {
  if (labels[MACHINE_LABEL] !== machineId()) return false;
  const owner = ownerOf(labels[OWNER_LABEL] ?? '');
  return owner === undefined || !isRunning(owner);
}

function ownerOf(text: string): ProcessIdentity | undefined {
  try {
    const { pid, start, boot } = JSON.parse(text) as Partial<ProcessIdentity>; // each field is looked at below
    if (typeof pid !== 'number' || typeof start !== 'string' || typeof boot !== 'string') return undefined;
    return { pid, start, boot };
  } catch {
    return undefined; // not our writing
  }
}

function machineId(): string {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim() || hostname();
  } catch {
    return hostname();
  }
}

import { rmSync } from 'node:fs';
import { startDeleting, allDeleted } from './deletions';
import { guard, unguard } from './exit-guard';
import { DEFAULT_LIMITS } from './limits';
import { makeNamespaces } from './namespaces';
import { connectNetwork } from './network';
import { mirrorAddressOf, startMirror } from './registry';
import { claimSlot, giveUpFolder } from './room-record';
import { stripRoom } from './strip-room';

/** A room without an engine, in which a registry asks Docker Hub once for whatever other rooms ask it for. */
export interface HubMirror {
  /** `<address>:<port>`, as other rooms reach it. */
  readonly address: string;
  close(): Promise<void>;
}

/** Opens the mirror of `hub`, a URL. When that fails, nothing is left of it. */
export async function openHubMirror(hub: string): Promise<HubMirror> {
  const record = await claimSlot();
  guard(record.id, () => {
    stripRoom(record);
    rmSync(giveUpFolder(record.slot), { recursive: true, force: true });
  });
  const close = async () => {
    stripRoom(record);
    startDeleting(giveUpFolder(record.slot));
    await allDeleted();
    unguard(record.id);
  };
  try {
    const init = await makeNamespaces(record, { limits: DEFAULT_LIMITS, readable: [] });
    await connectNetwork(record, init, {});
    await startMirror(record, init, hub);
    return { address: mirrorAddressOf(record), close };
  } catch (error) {
    await close();
    throw error;
  }
}

import { DEFAULT_LIMITS } from './limits';
import { makeNamespaces } from './namespaces';
import { connectNetwork } from './network/network';
import { mirrorAddressOf, startMirror } from './registry';
import { guardRoom, removeRoom } from './ending/remove-room';
import { claimSlot } from './room-record';

/** A room without an engine, in which a registry asks Docker Hub once for whatever other rooms ask it for. */
export interface HubMirror {
  /** `<address>:<port>`, as other rooms reach it. */
  readonly address: string;
  close(): Promise<void>;
}

/** Opens the mirror of `hub`, a URL. When that fails, nothing is left of it. */
export async function openHubMirror(hub: string): Promise<HubMirror> {
  const record = await claimSlot();
  guardRoom(record);
  const close = () => removeRoom(record);
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

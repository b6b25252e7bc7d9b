import { join } from 'node:path';
import { cached } from './cache';
import { NEWER_SUITE, unpackFromDebian } from './debian-packages';
import type { OnStep } from '../step';

const PACKAGES = ['docker.io', 'containerd'];

/**
 * A PATH with a newer dockerd and containerd, unpacked from Debian's packages without installing anything (about 20 s and 50 MB,
 * once). runc, ps and iptables remain the machine's: Debian's newer runc needs a newer libc.
 */
export async function newerEngine(onStep: OnStep): Promise<string> {
  const folder = await cached(`engine-1-${NEWER_SUITE}-${process.arch}`, async (draft) => {
    onStep({ code: 'unpacking', packages: PACKAGES, suite: NEWER_SUITE });
    await unpackFromDebian(PACKAGES, draft);
  });
  return [join(folder, 'usr/sbin'), join(folder, 'usr/bin')].join(':');
}

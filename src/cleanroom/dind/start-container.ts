import type { StartedTestContainer } from 'testcontainers';
import type { RoomLimits } from '../room/limits';
import { HEADROOM } from '../room/limits';
import type { NetworkUse } from '../room/network/network-policy';
import { ENTRY_SCRIPT } from './entry-script';
import { labelsOf } from './labels';

/** What a room's container is made of. `reaper`: testcontainers' own cleaner can be had. */
export interface ContainerPlan {
  readonly id: string;
  readonly image: string;
  readonly privileged: boolean;
  readonly reaper: boolean;
  readonly limits: RoomLimits;
  readonly mirror: string;
  /** What the room reaches besides the mirror; everything when undefined. */
  readonly network: readonly NetworkUse[] | undefined;
  readonly mtu: number;
  /** Ports of the room that are published, each at a port of the outer engine's choice. */
  readonly ports: readonly number[];
}

const MB = 1024 * 1024;

/** Starts it and waits until its engine listens. The library is loaded here: only rooms in containers need it. */
export async function startContainer(plan: ContainerPlan): Promise<StartedTestContainer> {
  const { GenericContainer, Wait } = await import('testcontainers');
  const { limits, privileged } = plan;
  // Without privileges there is no loop device: the disk is memory then, and counts as such.
  const disk = privileged ? limits.diskMb : Math.min(limits.diskMb, 4096);
  const memoryMb = limits.memoryMb + HEADROOM.memoryMb + (privileged ? 0 : disk);

  /** Limits and options for which the library has no method. */
  class RoomContainer extends GenericContainer {
    constructor() {
      super(plan.image);
      this.autoCleanup = plan.reaper;
      Object.assign(this.hostConfig, {
        Memory: memoryMb * MB,
        MemorySwap: memoryMb * MB,
        PidsLimit: limits.pids + HEADROOM.pids,
        NanoCpus: limits.cpus * 1e9,
        CgroupnsMode: 'private',
        ...(privileged ? { Privileged: true } : WITHOUT_PRIVILEGES),
      });
    }
  }
  const engine = [
    '--host=unix:///var/run/docker.sock',
    `--mtu=${plan.mtu}`,
    `--registry-mirror=http://${plan.mirror}`,
    `--insecure-registry=http://${plan.mirror}`, // without the scheme, BuildKit asks the mirror by https
  ];
  const args = [
    disk,
    privileged ? 'loop' : 'tmpfs',
    limits.pids,
    limits.memoryMb * MB,
    lifetimeOf(limits),
  ].map(String);
  return new RoomContainer()
    .withLabels(labelsOf(plan.id))
    .withEntrypoint(['sh', '-c', ENTRY_SCRIPT, 'vigie-room'])
    .withCommand([...args, ...engine, '--cgroup-parent=/student', '--exec-opt=native.cgroupdriver=cgroupfs'])
    .withExposedPorts(...plan.ports)
    .withWaitStrategy(Wait.forLogMessage('API listen on'))
    .withStartupTimeout(120_000)
    .start();
}

/** In seconds. The owner ends the room when it is over; a minute later it ends by itself, if the owner could not. */
function lifetimeOf({ lifetimeMs }: RoomLimits): number {
  return lifetimeMs === undefined ? 0 : Math.ceil(lifetimeMs / 1000) + 60;
}

/** What an engine needs when it may not be privileged: all capabilities that the machine itself has, its devices and its own view of /proc. */
const WITHOUT_PRIVILEGES = {
  CapAdd: ['ALL'],
  CapDrop: ['SYS_RESOURCE'],
  // What `systempaths=unconfined` of the docker command stands for is two empty lists.
  SecurityOpt: ['seccomp=unconfined', 'apparmor=unconfined'],
  MaskedPaths: [],
  ReadonlyPaths: [],
  DeviceCgroupRules: ['a *:* rwm'],
} as const;

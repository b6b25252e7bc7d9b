import { join } from 'node:path';
import { cached } from '../images/cache';
import { dockerHubAnswers } from '../images/docker-hub';
import type { OuterEngine } from './outer-engine';
import type { OnStep } from '../step';

/** What a room is made of where nobody says otherwise; the version is the one that the project's tests of real engines end with. */
const DEFAULT_IMAGE = 'docker:28-dind';

/** Stands in for it where Docker Hub does not answer: Debian's engine, with a registry to be the mirror of all rooms. */
const STAND_IN = 'vigie/dind-stand-in:1';
const DOCKERFILE = `FROM ubuntu
LABEL org.opencontainers.image.title="Debian's docker.io as a stand-in for docker:dind" vigie.stand-in=true
RUN apt-get update && apt-get install -y --no-install-recommends docker.io docker-registry iptables iproute2 procps e2fsprogs \\
  && rm -rf /var/lib/apt/lists/*
VOLUME /var/lib/docker
`;

/** The image of rooms in containers: `wanted`, else `VIGIE_DIND_IMAGE`, else Docker's own, else the stand-in, made and kept once for this machine. */
export async function dindImage(
  outer: OuterEngine,
  wanted: string | undefined,
  onStep: OnStep,
): Promise<{ readonly image: string; readonly isStandIn: boolean }> {
  const named = wanted ?? process.env['VIGIE_DIND_IMAGE'];
  const image = named ?? DEFAULT_IMAGE;
  if (await hasImage(outer, image)) return { image, isStandIn: image === STAND_IN };
  if (named !== undefined || (await dockerHubAnswers())) {
    await outer.must(['pull', '-q', image], { deadlineMs: 600_000 });
    return { image, isStandIn: false };
  }
  if (await hasImage(outer, STAND_IN)) return { image: STAND_IN, isStandIn: true };
  const folder = await cached(`dind-1-${process.arch}`, async (draft) => {
    onStep({ code: 'building-dind' });
    await outer.must(['build', '-q', '-t', STAND_IN, '-'], { input: DOCKERFILE, deadlineMs: 600_000 });
    await outer.must(['save', '-o', join(draft, 'image.tar'), STAND_IN], { deadlineMs: 300_000 });
  });
  if (!(await hasImage(outer, STAND_IN)))
    await outer.must(['load', '-q', '-i', join(folder, 'image.tar')], { deadlineMs: 300_000 });
  return { image: STAND_IN, isStandIn: true };
}

async function hasImage(outer: OuterEngine, image: string): Promise<boolean> {
  return (await outer.ask(['image', 'inspect', '-f', '{{.Id}}', image])) !== undefined;
}

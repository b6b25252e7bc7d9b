import { containerRef, type ContainerRef } from '../../../evidence/container-ref';
import type { ContainerInspect } from '../../../evidence/docker';
import { parseReference } from '../../../text/image-reference';
import { changeContainer, removeContainer, renameContainer } from '../containers';
import { tells, told, type Host } from '../host';
import type { Generator, Wrong } from '../mutant';
import { writeWrongValues } from '../write-values';
import { containerWriters } from './container-writers';
import { wrongPorts } from './ports';
import { wrongStates } from './states';

/** Gone, called differently, in another state, made from something else, published otherwise, or with any other value. */
export const wrongContainers: Generator = (target) => {
  const ref = containerRef(target.check.subject);
  if (target.check.keys['exists'] === false)
    return [{ code: 'present', change: (host) => appears(host, ref) }];
  return [
    { code: 'absent', change: (host) => removeContainer(host, ref) },
    ...(typeof target.check.subject === 'string' ? [otherName(ref)] : []),
    ...wrongStates(target, ref),
    ...('image' in target.check.keys ? wrongImages(target.host, ref) : []),
    ...(['ports', 'requested-ports'] as const).flatMap((key) =>
      key in target.check.keys ? wrongPorts(target, ref, key) : [],
    ),
    ...writeWrongValues(target, containerWriters, (host, change) => changeContainer(host, ref, change)),
  ];
};

/** Whoever means it by its image does not care how it is called. */
const otherName = (ref: ContainerRef): Wrong => ({
  code: 'container.other-name',
  change: (host) => renameContainer(host, ref, `${ref}-1`),
});

function wrongImages(host: Host, ref: ContainerRef): Wrong[] {
  const written = told(host, { fact: 'container', name: ref })?.Config?.Image ?? '';
  const parsed = parseReference(written);
  const repository = parsed.ok ? parsed.value.path.replace(/^library\//, '') : 'debian';
  const from = (image: string) => (before: Host) =>
    changeContainer(
      before,
      ref,
      (inspect) => ({
        ...inspect,
        Image: `sha256:${'7'.repeat(64)}`,
        Config: { ...inspect.Config, Image: image },
      }),
      (row) => ({ ...row, Image: image, ImageID: `sha256:${'7'.repeat(64)}` }),
    );
  return [
    {
      code: 'container.other-tag',
      assertion: 'image',
      what: `${repository}:22.04`,
      change: from(`${repository}:22.04`),
    },
    { code: 'container.other-image', assertion: 'image', what: 'httpd:2.4', change: from('httpd:2.4') },
  ];
}

/** A container where none must be: as any other that the host has, else one with the least that an engine tells. */
function appears(host: Host, ref: ContainerRef): Host {
  const other = host.requests
    .map((request) => (request.fact === 'container' ? told(host, request) : undefined))
    .find((inspect): inspect is ContainerInspect => inspect !== undefined && inspect !== null);
  const state = { Status: 'running', Running: true } as const;
  const inspect: ContainerInspect = { ...(other ?? { State: state }), Id: '7'.repeat(64), Name: `/${ref}` };
  return tells(host, { fact: 'container', name: ref }, inspect);
}

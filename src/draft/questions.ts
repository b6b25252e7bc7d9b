import type { ContainerInspect } from '../evidence/docker';
import { look, type Evidence } from '../evidence/evidence';
import type { Request } from '../evidence/request';
import { requestedBy } from '../checks/kinds/container/ports';
import type { Wish } from './wish';

/** A page, an interface, a debugger: nobody publishes more that answers. */
const maxWebPorts = 4;
const securePorts: readonly number[] = [443, 8443];

/** What was installed with apt, in the container's own log. */
export const aptLog = (container: string) =>
  ({ fact: 'file', container, path: '/var/log/apt/history.log', content: true }) as const;

/** Whether what is named is there at all. Values of variables are compared with the image's, and never written. */
export const firstQuestions = ({ containers, images }: Wish): Request[] => [
  { fact: 'engine' },
  { fact: 'containers' },
  { fact: 'images' },
  ...containers.map((name) => ({ fact: 'container', name, env: 'all' }) as const),
  ...images.map((reference) => ({ fact: 'image', reference, env: 'all' }) as const),
];

/** What is worth asking once it is known what is there. */
export function nextQuestions({ containers }: Wish, seen: Evidence): Request[] {
  return containers.flatMap((name): Request[] => {
    const fact = look(seen, { fact: 'container', name });
    if ('fault' in fact || fact.value === null) return [];
    const { Image: image } = fact.value;
    return [
      ...(image === undefined ? [] : [{ fact: 'image', reference: image, env: 'all' } as const]),
      { fact: 'top', container: name },
      aptLog(name),
      ...webPorts(fact.value).map((port) => webQuestion(name, port)),
    ];
  });
}

/** TCP ports of the container that it publishes. */
export const webPorts = (inspect: ContainerInspect): number[] =>
  [
    ...new Set(
      requestedBy({ inspect })
        .filter(({ protocol }) => protocol === 'tcp')
        .map(({ containerPort }) => containerPort),
    ),
  ].slice(0, maxWebPorts);

export const webQuestion = (container: string, port: number) =>
  ({
    fact: 'http',
    container,
    port,
    scheme: securePorts.includes(port) ? 'https' : 'http',
    method: 'GET',
    path: '/',
    headers: {},
    followRedirects: false,
  }) as const;

import type { Wanted } from './wanted';

type Words = (name: string) => string;

/** What one types for a container's event. Whatever leaves no event (`docker logs`, `docker ps`) cannot be asked for. */
const onContainer: Readonly<Record<string, Words>> = {
  top: (name) => `docker top ${name}`,
  attach: (name) => `docker attach ${name}`,
  start: (name) => `docker start ${name}`,
  stop: (name) => `docker stop ${name}`,
  kill: (name) => `docker kill ${name}`,
  restart: (name) => `docker restart ${name}`,
  pause: (name) => `docker pause ${name}`,
  unpause: (name) => `docker unpause ${name}`,
  rename: (name) => `docker rename ${name}`,
  commit: (name) => `docker commit ${name}`,
  export: (name) => `docker export ${name}`,
  update: (name) => `docker update ${name}`,
  destroy: (name) => `docker rm ${name}`,
  exec: (name) => `docker exec ${name}`,
  exec_create: (name) => `docker exec ${name}`,
  exec_start: (name) => `docker exec ${name}`,
  'archive-path': (name) => `docker cp ${name}:`,
  'extract-to-dir': (name) => `docker cp … ${name}:`,
};

const onImage: Readonly<Record<string, Words>> = {
  pull: (name) => `docker pull ${name}`,
  tag: (name) => `docker tag ${name}`,
  push: (name) => `docker push ${name}`,
  save: (name) => `docker save ${name}`,
  load: () => 'docker load',
  import: () => 'docker import',
  delete: (name) => `docker rmi ${name}`,
  untag: (name) => `docker rmi ${name}`,
};

/** The command whose trace the wanted event is; else the event itself. */
export function commandOf({ type, action, container, image }: Wanted): string {
  const name = (type === 'image' ? image : container) ?? '';
  const table = type === 'image' ? onImage : type === 'container' ? onContainer : {};
  const words = Object.hasOwn(table, action) ? table[action] : undefined;
  return (words ? words(name) : `${type} ${action} ${name}`).trim();
}

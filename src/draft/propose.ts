import { look, type Evidence } from '../evidence/evidence';
import type { Look } from '../checks/kind';
import { seeContainer, type Seen } from './host';
import type { DraftTask, Proposal } from './statement';
import { containerTask } from './tasks/container-task';
import { imageTask, nameOfImage } from './tasks/image-task';
import { installTask } from './tasks/install-task';
import { processTask } from './tasks/process-task';
import { webTask } from './tasks/web-task';
import type { Wish } from './wish';
import { titles } from './words';

/** All that may be asserted of what was seen; some of it may turn out not to be sound, or not to hold. */
export function proposeLab(wish: Wish, evidence: Evidence): Proposal {
  const lookIn: Look = (request) => look(evidence, request);
  const images = wish.images.flatMap((asked) => {
    const fact = lookIn({ fact: 'image', reference: asked });
    return 'value' in fact && fact.value ? (nameOfImage(asked, fact.value.inspect) ?? []) : [];
  });
  const containers = wish.containers.flatMap((asked): readonly Seen[] => {
    const fact = lookIn({ fact: 'container', name: asked });
    return 'value' in fact && fact.value ? [seeContainer(asked, fact.value, lookIn)] : [];
  });
  const tasks = [
    ...[...new Set(images)].flatMap(imageTask),
    ...containers.flatMap((seen) => [
      ...containerTask(seen),
      ...installTask(seen),
      ...processTask(seen),
      ...webTask(seen),
    ]),
  ];
  const names = [...containers.flatMap(({ name, image }) => name ?? image ?? []), ...images];
  return {
    id: wish.id ?? idOf(names),
    lang: wish.lang,
    title: titles.lab([...new Set(names)]),
    tasks: withOwnIds(tasks),
  };
}

/** `web` of `web`, `ubuntu` of `docker.io/library/ubuntu:22.04`. */
function idOf([name = '']: readonly string[]): string {
  const [bare = ''] = name.split('/').at(-1)?.split(/[:@]/) ?? [];
  const id = bare.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[._-]+/, '');
  return id === '' ? 'lab' : id.slice(0, 60);
}

/** Several containers give several tasks of one name: `start`, `start-2`. */
function withOwnIds(tasks: readonly DraftTask[]): readonly DraftTask[] {
  const times = new Map<string, number>();
  return tasks.map((task) => {
    const count = (times.get(task.id) ?? 0) + 1;
    times.set(task.id, count);
    return count === 1 ? task : { ...task, id: `${task.id}-${count}` };
  });
}

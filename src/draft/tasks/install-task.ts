import { aptLog } from '../questions';
import type { Seen } from '../host';
import type { DraftTask } from '../statement';
import { titles } from '../words';

const maxPackages = 8;
/** The log has the container's local time, whatever its zone. */
const widestZoneMs = 14 * 3_600_000;

/** Packages that somebody installed with apt in this container: by its log, without those that came along by themselves. */
export function installTask({ asked, name, inspect, imageMade, look }: Seen): readonly DraftTask[] {
  const log = look(aptLog(asked));
  const text = 'value' in log ? (log.value?.content ?? '') : '';
  if (name === undefined || text === '') return [];
  // What is older came with the image; that tells also of an image that was built just now.
  const since = Math.max(Date.parse(inspect.Created ?? '') - widestZoneMs, imageMade);
  const packages = installedByHand(text, since).slice(0, maxPackages);
  if (packages.length === 0) return [];
  return [
    {
      id: 'install',
      title: titles.installTask(name),
      statements: packages.map((each) => ({
        kind: 'package',
        subject: each,
        place: { in: name },
        asserts: {},
        assertsPresence: true,
        title: titles.package(each),
        notes: [],
      })),
    },
  ];
}

/** `Install: nginx:amd64 (1.22.1-9), libgd3:amd64 (2.3.3-9, automatic)`, one paragraph a run of apt. */
export function installedByHand(log: string, since: number): string[] {
  const names = log.split(/\n\s*\n/).flatMap((run) => {
    const [, day = '', time = ''] = /^Start-Date: (\d{4}-\d\d-\d\d) +(\d\d:\d\d:\d\d)/m.exec(run) ?? [];
    // A log without readable times says nothing.
    if (!(Date.parse(`${day}T${time}Z`) >= since)) return [];
    const [, list = ''] = /^Install: (.*)$/m.exec(run) ?? [];
    return list.split('), ').flatMap((entry) => {
      const [, name] = /^([a-z0-9][a-z0-9+.-]{1,99})(?::\w+)? \(/.exec(entry) ?? [];
      return name === undefined || /, automatic\)?$/.test(entry) ? [] : [name];
    });
  });
  return [...new Set(names)];
}

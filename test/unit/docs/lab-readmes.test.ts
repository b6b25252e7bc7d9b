import { describe, expect, test } from '@jest/globals';
import { loadShippedLab } from '../../support/labs/load-shipped-lab';
import {
  codeInReadme,
  pointsInReadme,
  textOfReadme,
  typedInReadme,
  typedInReference,
} from '../../support/labs/readme';

const pages = ['01-hello-world', '02-ubuntu', '03-nginx'].flatMap((id) =>
  ['README.md', 'README.en.md'].map((page) => [id, page] as const),
);

describe.each(pages)('the instructions labs/%s/%s', (id, page) => {
  test('have typed what the reference session types, in its order: it has full marks on a real engine', () => {
    expect(typedInReadme(id, page)).toEqual(typedInReference(id, page));
    expect(typedInReadme(id, page).length).toBeGreaterThan(4);
  });

  test('tell the points of each task, in the order of the lab', () => {
    const points = loadShippedLab(id).tasks.map((task) => task.points);
    expect(pointsInReadme(id, page)).toEqual(points);
  });

  test('type the same in both languages', () => {
    expect(codeInReadme(id, page)).toEqual(codeInReadme(id, 'README.md'));
  });

  test('say before the first step which folder, to watch in a second terminal, and to switch nothing off; and what to do if it goes wrong', () => {
    const text = textOfReadme(id, page);
    const [before = '', after = ''] = text.split(/^## 1\. /m);
    expect(before).toMatch(/`ls`.*`package\.json`.*`npm run watch`/s);
    expect(before).toMatch(/n’éteignez pas|do not switch off/);
    expect(after).toMatch(/^## (Si ça tourne mal|If it goes wrong)$/m);
  });
});

test.each(pages.filter(([id]) => id !== '01-hello-world'))(
  'labs/%s/%s tells how one knows where one is, what is normal, and how a stopped container goes on',
  (id, page) => {
    const text = textOfReadme(id, page);
    expect(text).toContain('root@c61f97dcb064:/#');
    expect(text).toContain('`read escape sequence`');
    expect(text).toContain('`docker start -ai ubuntu`');
    expect(text).toContain('`docker rm -f ubuntu`');
    expect(text).toContain('`Y`');
  },
);

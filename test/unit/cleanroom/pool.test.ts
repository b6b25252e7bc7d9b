import { expect, test } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { fillPool } from '../../../src/cleanroom/pool';
import type { CleanRoom } from '../../../src/cleanroom';

/** Rooms by number, opened when the test says so. */
function rooms() {
  const opening: (() => void)[] = [];
  const closed: string[] = [];
  const pulled: string[] = [];
  const open = () =>
    new Promise<CleanRoom>((resolve) => {
      const id = String(opening.length);
      opening.push(() => {
        const room = {
          id,
          run: (argv: readonly string[]) => {
            pulled.push(`${id}: ${argv.at(-1)}`);
            return Promise.resolve({ code: 0, stdout: '', stderr: '' });
          },
          close: () => {
            closed.push(id);
            return Promise.resolve();
          },
        };
        resolve(room as unknown as CleanRoom); // the pool uses no more of a room
      });
    });
  return { opening, closed, pulled, open };
}

test('opens as many as are to be ready, one more for each that is taken, and gives none out twice', async () => {
  const { opening, open } = rooms();
  await using pool = fillPool({ warm: 2, open });
  expect(opening).toHaveLength(2);
  opening.forEach((finish) => {
    finish();
  });
  expect((await pool.take()).id).toBe('0');
  expect(opening).toHaveLength(3);
  expect((await pool.take()).id).toBe('1');
  expect(opening).toHaveLength(4);
  opening.slice(2).forEach((finish) => {
    finish();
  });
});

test('lets the first room have the images before all others, which then have them from the mirror', async () => {
  const { opening, open } = rooms();
  const started: string[] = [];
  const finish: (() => void)[] = [];
  const slowly = async () => {
    const room = await open();
    const run = () => {
      started.push(room.id);
      return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
        finish.push(() => {
          resolve({ code: 0, stdout: '', stderr: '' });
        });
      });
    };
    return { ...room, run };
  };
  await using pool = fillPool({ warm: 3, images: ['ubuntu'], most: 3, open: slowly });
  for (const opened of opening) opened();
  await setImmediate();
  expect(started).toEqual(['0']);
  finish[0]?.();
  await setImmediate();
  expect(started).toEqual(['0', '1', '2']);
  finish.forEach((each) => {
    each();
  });
  expect((await pool.take()).id).toBe('0');
});

test('makes no more ready than will be asked for', async () => {
  const { opening, closed, open } = rooms();
  const finishAll = () => {
    opening.forEach((finish) => {
      finish();
    });
  };
  const pool = fillPool({ warm: 2, most: 3, open });
  for (const _ of [1, 2, 3]) {
    finishAll();
    await pool.take();
  }
  finishAll();
  await pool[Symbol.asyncDispose]();
  expect(opening).toHaveLength(3);
  expect(closed).toEqual([]);
});

test('has the images of the lab in a room before it is given out', async () => {
  const { opening, pulled, open } = rooms();
  await using pool = fillPool({ warm: 1, images: ['ubuntu', 'nginx'], open });
  opening[0]?.();
  await pool.take();
  expect(pulled).toEqual(['0: ubuntu', '0: nginx']);
  opening[1]?.();
});

test('closes what nobody took, also what is still being opened, and leaves what was taken to its taker', async () => {
  const { opening, closed, open } = rooms();
  const pool = fillPool({ warm: 1, open });
  opening[0]?.();
  await pool.take();
  const closing = pool[Symbol.asyncDispose]();
  opening[1]?.();
  await closing;
  expect(closed).toEqual(['1']);
  await expect(pool.take()).rejects.toThrow('closed');
});

test('a room that cannot be opened is trouble for its taker only', async () => {
  let opened = 0;
  const open = () => {
    opened += 1;
    return opened === 1
      ? Promise.reject(new Error('no slot'))
      : Promise.resolve({ id: 'good', close: () => Promise.resolve() });
  };
  await using pool = fillPool({ warm: 1, open: open as unknown as () => Promise<CleanRoom> }); // as above
  await expect(pool.take()).rejects.toThrow('no slot');
  expect((await pool.take()).id).toBe('good');
});

test('a room that was ready for too long is closed, and its taker gets a new one', async () => {
  const { opening, closed, open } = rooms();
  const pool = fillPool({ warm: 1, most: 1, mostWaitMs: -1, open });
  opening[0]?.();
  const taken = pool.take();
  opening[1]?.();
  expect((await taken).id).toBe('1');
  await pool[Symbol.asyncDispose]();
  expect(closed).toEqual(['0']);
});

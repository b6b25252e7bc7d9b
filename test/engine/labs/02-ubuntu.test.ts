import { expect } from '@jest/globals';
import { outcomesIn } from '../../../src/verify/sessions/outcomes';
import { isLasting, proveLab, type Also } from '../../support/labs/prove-lab';
import { allOf, isAsRecorded } from '../../support/labs/recorded-look';

/** Nobody typed `docker top`. Grading lab 3 asks the engine for the container's processes, and the engine records that like a student's call. */
const neverEarnsTop: Also = async ({ room, again }) => {
  for (let time = 0; time < 10; time++) {
    expect(outcomesIn((await again(['03-nginx'])).json)).toContain('top.1 failed event.none');
  }
  const events = ['docker', 'events', '--since', '0', '--until', '0s', '--filter', 'event=top'];
  const { stdout } = await room.run(events);
  expect(stdout.trim().split('\n').length).toBeGreaterThanOrEqual(10);
};

proveLab('02-ubuntu', {
  'wrong/gave-up-half-way.session': neverEarnsTop,
  'reference.session': allOf(isAsRecorded('02-ubuntu'), isLasting),
});

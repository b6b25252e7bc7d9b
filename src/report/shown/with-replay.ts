import type { ShownReports } from '../formats/format';
import type { ShownReplay } from './shown-report';

/** Reports of a submission that was played: the first tells how, once for all labs. */
export const withReplay = (
  [first, ...others]: ShownReports,
  replay: ShownReplay | undefined,
): ShownReports => [replay ? { ...first, replay } : first, ...others];

import type { Evidence } from '../evidence/evidence';
import { keepWhatIsSound } from './keep';
import { proposeLab } from './propose';
import type { Proposal } from './statement';
import type { Wish } from './wish';

/** What may be asserted of a host: sound, and still to be tried on the host as any lab is. */
export const draftLab = (wish: Wish, seen: Evidence): Proposal => keepWhatIsSound(proposeLab(wish, seen));

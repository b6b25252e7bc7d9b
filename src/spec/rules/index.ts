import type { Draft } from '../draft';
import type { Problem } from '../problem';
import { absentAndMore, assertsNothing, badExpectations, sameAsAttributes } from './assertions';
import { badDurations, unchangingWithin } from './durations';
import { eventsThatNeverFail, eventsThatNeverPass } from './events';
import { duplicateCheckIds, duplicateTaskIds } from './ids';
import { badDigests, badImages, badMirrors } from './images';
import { checksOfNoKind, checksOfTwoKinds } from './kinds';
import { namesOfNothing } from './names';
import { namesInAssertions } from './names-inside';
import { namesInReads } from './names-read';
import { unusualNetworks } from './networks';
import { needsCycles, needsItself, unknownNeeds } from './needs';
import { badPatterns } from './patterns';
import { badPorts } from './ports';
import { passAboveScale, pointsDoNotAddUp, tasksWithoutWeight } from './points';
import { emptySubjects, emptyTexts } from './texts';
import { noChecks, noTasks } from './nothing';

/** What a lab must be beyond its structure; each rule stands alone and says all that it finds. */
export const rules: readonly ((draft: Draft) => readonly Problem[])[] = [
  noTasks,
  noChecks,
  duplicateTaskIds,
  duplicateCheckIds,
  unknownNeeds,
  needsItself,
  needsCycles,
  pointsDoNotAddUp,
  passAboveScale,
  tasksWithoutWeight,
  checksOfNoKind,
  checksOfTwoKinds,
  assertsNothing,
  absentAndMore,
  badExpectations,
  sameAsAttributes,
  badDurations,
  unchangingWithin,
  eventsThatNeverPass,
  emptyTexts,
  emptySubjects,
  badPatterns,
  badImages,
  badDigests,
  badMirrors,
  badPorts,
  namesOfNothing,
  namesInAssertions,
  namesInReads,
];

/** What a sound lab says that its author may not have meant. */
export const warningRules: typeof rules = [eventsThatNeverFail, unusualNetworks];

import { endingRules } from './ending';
import { imageRules } from './image';
import { portRules } from './ports';
import type { Rule } from './rule';
import { settingRules } from './settings';
import { nameKeptByAttempt, optionsAfterImage, startRules } from './start';
import { healthRules, stateRules } from './state';
import { terminalRules } from './terminal';

/**
 * Near misses of a container that is there, in the order in which one thing leads to another: what went wrong at `docker run` explains a
 * state, a state explains what is missing inside.
 */
export const nearMisses: readonly Rule[] = [
  optionsAfterImage,
  nameKeptByAttempt,
  ...imageRules,
  ...startRules,
  ...stateRules,
  ...endingRules,
  ...terminalRules,
  ...portRules,
  ...healthRules,
  ...settingRules,
];

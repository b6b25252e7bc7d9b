import type { Attributes } from './attributes-of';
import { identity } from './identity';
import { limits } from './limits';
import { network } from './network';
import { programs } from './program';
import { state } from './state';
import { storage } from './storage';

/** All that a `container` check can assert, in Docker's own words. */
export const attributes: Attributes = {
  ...identity,
  ...state,
  ...programs,
  ...network,
  ...limits,
  ...storage,
};

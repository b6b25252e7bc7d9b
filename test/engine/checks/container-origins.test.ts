import { describe } from '@jest/globals';
import { openCleanRoom } from '../../../src/cleanroom';
import { describeContainerOrigins } from './container-origins';

describe('with the classic store', () => {
  describeContainerOrigins(openCleanRoom);
});

describe('with the containerd store', () => {
  describeContainerOrigins(() => openCleanRoom({ store: 'containerd' }));
});

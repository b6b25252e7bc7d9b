import { describe } from '@jest/globals';
import { openCleanRoom } from '../../../src/cleanroom';
import { describeImageOrigins } from './image-origins';

describe('with the classic store', () => {
  describeImageOrigins('classic', openCleanRoom);
});

describe('with the containerd store', () => {
  describeImageOrigins('containerd', () => openCleanRoom({ store: 'containerd' }));
});

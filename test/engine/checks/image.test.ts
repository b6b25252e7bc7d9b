import { openCleanRoom } from '../../../src/cleanroom';
import { describeImageOrigins } from './image-origins';

describeImageOrigins('classic', openCleanRoom);

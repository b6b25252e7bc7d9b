/** What a hand-written grader imports from `vigie/jest`. */
export { afterAll, afterEach, beforeAll, beforeEach, describe, test } from '@jest/globals';
export { declareLabs } from './sandbox/declare-labs';
export { expect } from './sandbox/expect';
export { host } from './sandbox/host';
export type { ContainerView, ImageView, LogsView } from './sandbox/host';

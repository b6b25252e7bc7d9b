import { expect as jestExpect } from '@jest/globals';
import { matchers } from './matchers';

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>> {
    /** The container publishes this port: `80:80`, as `docker run -p` takes it. */
    toPublish(publication: string): R;
    toBeRunning(): R;
    /** The container was made from this image: `ubuntu` and `docker.io/library/ubuntu:latest` are one. */
    toUseImage(reference: string): R;
    /** The container wrote this to its log or terminal. */
    toHaveLogged(wanted: string | RegExp): R;
    toHaveRun(...commands: readonly string[]): R;
  }
}

jestExpect.extend(matchers);

/** Jest's own, with the matchers of this course. */
export const expect = jestExpect;

import { version } from '../../package.json';

/** Version of this grader, as reports and evidence name it. */
export const graderVersion: string = version;

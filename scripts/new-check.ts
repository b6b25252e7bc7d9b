/** Writes the files of a new kind of check and registers it. Run: npm run new:check -- NAME */
import { join } from 'node:path';
import { processIo } from '../src/cli/io';
import { newCheck } from './new-check/new-check';
import { layOut } from './new/lay-out';
import { runNew } from './new/run-new';

const root = join(__dirname, '..');
void runNew(process.argv.slice(2), newCheck, { root, io: processIo('en'), format: layOut }).then((code) => {
  process.exitCode = code;
});

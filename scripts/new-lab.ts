/** Writes the files of a new lab, to be edited. Run: npm run new:lab -- NAME */
import { join } from 'node:path';
import { processIo } from '../src/cli/io';
import { languageWish } from '../src/cli/program/usage-error';
import { newLab } from './new-lab/new-lab';
import { layOut } from './new/lay-out';
import { runNew } from './new/run-new';

const args = process.argv.slice(2);
const io = processIo(languageWish(args));
void runNew(args, newLab(io.language), { root: join(__dirname, '..'), io, format: layOut }).then((code) => {
  process.exitCode = code;
});

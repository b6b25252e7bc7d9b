import { breakOff } from './break-off';
import { endUnknown } from '../grading/end-unknown';

// Imported before all else, for what it does: whoever ends this process and however, it could not grade unless `endProcess` says otherwise. What is rejected and
// waited for by nobody comes as an exception, too.
process.on('exit', endUnknown);
process.on('uncaughtException', breakOff);
// With nothing left to wait for the process would end by itself, and say nothing.
process.once('beforeExit', () => breakOff('nothing-left'));

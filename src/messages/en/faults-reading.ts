import type { ReadingFaults } from '../../evidence/fault-reading';
import type { Catalogue } from '../catalogue';

export const readingFaults: Catalogue<ReadingFaults> = {
  deadline: ({ call, deadlineMs }) => ({
    says: `The Docker engine did not answer "${call}" within ${deadlineMs / 1000} s.`,
    hint: 'Grade again; if it stays, restart the engine.',
  }),
  cancelled: () => ({ says: 'Grading was interrupted.', hint: 'Start it again.' }),
  'too-large': ({ call, maxBytes }) => ({
    says: `The answer to "${call}" is larger than ${Math.round(maxBytes / 1024)} KiB: it was not read.`,
    hint: 'Tell your teacher.',
  }),
  'value.cut': ({ what, bytes, items, deadlineMs, why }) => ({
    says:
      why === 'rotated'
        ? `"${what}" is known in part only: the log driver of the container has already thrown away the beginning of what it showed.`
        : why === 'unclear'
          ? `"${what}" is known in part only: one line at least was edited in such a way that the screen no longer tells what was run.`
          : bytes !== undefined
            ? `"${what}" is too long to be read whole (limit: ${Math.round(bytes / 1024)} KiB): what the lab asks for is not in the part that was read, and may be in the rest.`
            : items !== undefined
              ? `"${what}" has too many elements to be read whole (limit: ${items}): what the lab asks for is not in the part that was read, and may be in the rest.`
              : deadlineMs !== undefined
                ? `"${what}" is not known: the command had not ended after ${deadlineMs / 1000} s.`
                : `"${what}" was read in part only: what the lab asks for may be in the rest.`,
    hint:
      why === 'rotated'
        ? 'No point is lost. Create the container again without --log-opt max-size if the lab allows it; otherwise tell your teacher.'
        : why === 'unclear'
          ? 'No point is lost. Type the command once more, on one short line, then grade again.'
          : deadlineMs !== undefined
            ? 'Is the machine very busy? Grade again; if it stays, tell your teacher.'
            : 'No point is lost. Make this output or file shorter if you can, then grade again; else tell your teacher.',
  }),
  unsupported: ({ call }) => ({
    says: `This engine cannot answer "${call}".`,
    hint: 'Grade this lab with a Docker engine, or tell your teacher.',
  }),
  'fact.not-collected': ({ key }) => ({
    says: `The evidence does not hold "${key}": it was taken for other labs, or for another version of this one.`,
    hint: 'Take new evidence with this lab as it is now, or name the labs that it was taken for.',
  }),
  'grader.crashed': ({ title, said, texts }) => ({
    says: `The test "${title}", written for this course, does not work${(texts?.en ?? said) ? `: ${texts?.en ?? said}` : ''}.`,
    hint: 'This is not your fault: tell your teacher.',
  }),
};

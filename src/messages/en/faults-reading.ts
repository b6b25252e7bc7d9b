import type { ReadingFaults } from '../../evidence/fault-reading';
import type { Catalogue } from '../catalogue';
import { asked } from './asked';

export const readingFaults: Catalogue<ReadingFaults> = {
  deadline: ({ call, deadlineMs }) => ({
    says: `Asked for ${asked(call)}, the Docker engine did not answer within ${deadlineMs / 1000} s.`,
    hint: 'Grade again; if it stays, restart the engine.',
  }),
  cancelled: () => ({ says: 'Grading was interrupted.', hint: 'Start it again.' }),
  'too-large': ({ call, maxBytes }) => ({
    says: `Asked for ${asked(call)}, the Docker engine gave more than ${Math.round(maxBytes / 1024)} KiB: too much to be read.`,
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
  'log.unreadable': ({ name, driver }) => ({
    says:
      driver === 'none'
        ? `Container "${name}" was created with --log-driver none: Docker has kept nothing of what was shown or typed in it.`
        : driver === ''
          ? `Docker cannot read again what container "${name}" showed.`
          : `Container "${name}" was created with --log-driver ${driver}: what is shown or typed in it goes elsewhere, and Docker cannot read it again.`,
    hint: `No point is lost. Remove container "${name}", create it again without the option --log-driver, then do in it again what the lab asks for. If you did not give this option, tell your teacher: the engine is set up so.`,
  }),
  unsupported: ({ call }) => ({
    says: `This engine cannot give ${asked(call)}.`,
    hint: 'Grade this lab with a Docker engine, or tell your teacher.',
  }),
  'format.unknown': ({ of }) => ({
    says:
      of === 'packages'
        ? 'The packages of this container are kept in a format that Vigie cannot read (RPM before 4.16, or SUSE).'
        : 'The content of this image is compressed in a way that Vigie cannot read (zstd).',
    hint: 'You can do nothing about it, and no point is lost; tell your teacher.',
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

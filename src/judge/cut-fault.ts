import type { Cut } from '../checks/attribute';
import { fault, type Fault } from '../evidence/fault';

/** What is asked may be in the part of the value that was not read. */
export function cutFault(what: string, cut: Cut | undefined): Fault {
  const { bytes, items, deadlineMs, why } = cut === undefined || cut === true ? {} : cut;
  return fault('value.cut', {
    what,
    ...(bytes !== undefined && { bytes }),
    ...(items !== undefined && { items }),
    ...(deadlineMs !== undefined && { deadlineMs }),
    ...(why !== undefined && { why }),
  });
}

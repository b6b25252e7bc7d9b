import { randomBytes } from 'node:crypto';
import type { Fault } from '../../evidence/fault';
import type { Engine } from '../engine/engine';
import { limits } from '../limits';
import type { EventMemory, OwnAction } from '../looking';
import { beginCommand, endCommand, kindOfExec, type Kind, type Made } from './marks';

export interface MarkTools {
  readonly engine: Engine;
  readonly signal: AbortSignal;
  /** Where no mark can be left, what is remembered of our calls still tells, on this machine. */
  readonly owning: EventMemory['owning'];
  /** False on Podman: the creation of an exec leaves no event there. */
  readonly recordsMarks: () => Promise<boolean>;
}

/** Calls on one container that are under way at the same time, between one pair of marks. */
interface Burst {
  readonly id: string;
  /** A fault: the engine did not answer. False: it refused. */
  readonly begun: Promise<boolean | Fault>;
  readonly made: Map<Kind, Made>;
  underWay: number;
  readsProcesses: boolean;
}

/** The end must get through when a look is broken off as well, and no hanging engine may hold it up then. */
const lastWordMs = 1_000;
/** An event's action is kept in full up to a thousand characters. */
const maxKinds = 30;

/** `owning` for one look: puts calls that the engine records between marks, and says at the end what they left. */
export function markCalls(tools: MarkTools): EventMemory['owning'] {
  const current = new Map<string, Burst>();

  const join = (container: string, action: OwnAction): Burst => {
    const open = current.get(container);
    const fits =
      open && !(action === 'top' && open.readsProcesses) && (open.made.size < maxKinds || action === 'top');
    if (open && fits) return open;
    const id = randomBytes(4).toString('hex');
    const begun = leave(container, beginCommand(id), tools, limits.top.deadlineMs, tools.signal);
    const burst: Burst = { id, begun, made: new Map(), underWay: 0, readsProcesses: false };
    current.set(container, burst);
    return burst;
  };

  return async (container, action, call, unanswered) => {
    if (!(await tools.recordsMarks())) return tools.owning(container, action, call);
    const burst = join(container, action);
    burst.underWay += 1;
    burst.readsProcesses ||= action === 'top';
    const kind = kindOf(action);
    let left: Made = { sure: 0, maybe: 1 };
    try {
      const begun = await burst.begun;
      if (begun !== true) left = none;
      if (typeof begun === 'object' && unanswered) return unanswered(begun);
      if (begun !== true) return await tools.owning(container, action, call);
      const result = await call();
      left = leftBy(result);
      return result;
    } finally {
      const before = burst.made.get(kind) ?? none;
      burst.made.set(kind, { sure: before.sure + left.sure, maybe: before.maybe + left.maybe });
      burst.underWay -= 1;
      if (burst.underWay === 0) {
        if (current.get(container) === burst) current.delete(container);
        if ((await burst.begun) === true)
          await leave(container, endCommand(burst.id, burst.made), tools, lastWordMs);
      }
    }
  };
}

const none: Made = { sure: 0, maybe: 0 };

const kindOf = (action: OwnAction): Kind =>
  action === 'top' || action === 'archive-path' ? action : kindOfExec(action);

/** The creation of an exec that is never started: nothing runs in the container, and Docker forgets it after some minutes. */
async function leave(
  container: string,
  command: readonly string[],
  { engine }: MarkTools,
  deadlineMs: number,
  signal?: AbortSignal,
): Promise<boolean | Fault> {
  const path = `/containers/${encodeURIComponent(container)}/exec`;
  const body = { Cmd: command };
  const limit = { deadlineMs, maxBytes: limits.top.maxBytes, ...(signal && { signal }) };
  const answer = await engine.request({ method: 'POST', path, body, as: 'json' }, limit);
  return answer.ok ? answer.status === 201 : answer.fault;
}

/** Did the engine record the call? It does when it did what was asked; what came of one that was given up nobody knows. */
function leftBy(result: unknown): Made {
  if (typeof result !== 'object' || result === null) return { sure: 0, maybe: 1 };
  if ('ok' in result && result.ok === true && 'status' in result && typeof result.status === 'number') {
    const wasRefusedLater = 'body' in result && isRefusal(result.body);
    if (wasRefusedLater) return { sure: 0, maybe: 1 };
    return result.status < 300 ? { sure: 1, maybe: 0 } : none;
  }
  // A file that was read, or that is not there.
  if ('value' in result) return result.value === null ? none : { sure: 1, maybe: 0 };
  return { sure: 0, maybe: 1 };
}

const isRefusal = (body: unknown): boolean => typeof body === 'object' && body !== null && 'refused' in body;

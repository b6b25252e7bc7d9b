import type { Fault } from '../../evidence/fault';

/** Ends one request at its deadline, at the caller's signal, or when told, and remembers why: node itself calls all of these a reset. */
export interface Guard {
  readonly signal: AbortSignal;
  /** Why the request was ended, if it was. The first reason stays. */
  fault(): Fault | undefined;
  end(reason: Fault): void;
  cancel(): void;
  /** The request is over: the deadline no longer matters. */
  release(): void;
}

interface GuardOptions {
  readonly deadlineMs: number;
  /** Not aborted yet. */
  readonly signal?: AbortSignal | undefined;
  /** Made when the moment has come, since it depends on how far the request got. */
  readonly onDeadline: () => Fault;
  readonly cancelled: Fault;
  /** The request is over, whichever way. */
  readonly onEnd: () => void;
}

export function startGuard({ deadlineMs, signal, onDeadline, cancelled, onEnd }: GuardOptions): Guard {
  const controller = new AbortController();
  let reason: Fault | undefined;
  let released = false;
  const release = () => {
    if (released) return;
    released = true;
    clearTimeout(timer);
    onEnd();
    signal?.removeEventListener('abort', cancel);
  };
  const end = (why: Fault) => {
    if (released) return;
    reason = why;
    release();
    controller.abort();
  };
  const cancel = () => {
    end(cancelled);
  };
  const timer = setTimeout(() => {
    end(onDeadline());
  }, deadlineMs);
  signal?.addEventListener('abort', cancel, { once: true });
  return { signal: controller.signal, fault: () => reason, end, cancel, release };
}

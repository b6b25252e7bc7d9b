import type { ShownReport } from '../../report/shown/shown-report';

/** What one look came to. All that is told of the host at a moment is of one look: two lines never contradict each other. */
export interface Looked {
  readonly reports: readonly ShownReport[];
  /** When the host was looked at, as a clock shows it. */
  readonly at: string;
  /** From the last event that it came after until its result could be read; absent where nothing had happened. */
  readonly lagMs?: number;
}

/** What `watch` shows at a moment. */
export interface WatchState {
  readonly looked?: Looked;
  /** Something has happened since. */
  readonly isStirred: boolean;
  /** Hand-written tests have not answered yet. */
  readonly isAsking: boolean;
  /** What happens is written down, which needs a place to write; not known before the engine has answered. */
  readonly recording?: boolean;
  /** Since when no engine answers, as a clock shows it. */
  readonly downSince?: string;
}

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

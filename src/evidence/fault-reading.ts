import type { Language } from '../text/language';

/** Faults of one reading, whoever is asked; `call` says which, such as `GET /containers/json`. */
export interface ReadingFaults {
  /** No (complete) answer in time. Remedy: grade again; if it stays, restart the engine: something in it hangs. */
  deadline: { call: string; deadlineMs: number };
  /** The grader itself gave up, for instance at Ctrl-C. Remedy: grade again. */
  cancelled: { call: string };
  /** More than the cap. Remedy: none for the student; the lab asks for something of unlimited size. */
  'too-large': { call: string; maxBytes: number };
  /**
   * What a check looks for is not in the part that was read, and may be in the rest. `what`: the attribute. The cap that it met, where
   * it is known. Remedy: less of it (a shorter output, a smaller file); else the lab's.
   */
  'value.cut': {
    what: string;
    bytes?: number;
    items?: number;
    deadlineMs?: number;
    why?: 'rotated' | 'unclear';
  };
  /**
   * The log driver keeps nothing that can be read (`none`, or one that sends everything away), so that nobody knows what the container showed.
   * Remedy: create it again without `--log-driver`; where the engine itself is set up so, the teacher's.
   */
  'log.unreadable': { name: string; driver: string };
  /** This engine does not offer it (podman has no /distribution). Remedy: grade on Docker, or the lab gives `digests:`. */
  unsupported: { call: string; detail: string };
  /** It was read, and is in a format that Vigie does not know. Remedy: none for the student; the course takes another image. */
  'format.unknown': { of: 'packages' | 'image'; detail: string };
  /** The evidence has no such fact: it was saved for another version of the lab. Remedy: collect again. */
  'fact.not-collected': { key: string };
  /** A hand-written grader broke. Remedy: the course's, not the student's: mend the test. */
  'grader.crashed': { title: string; said: string; texts?: Readonly<Partial<Record<Language, string>>> };
}

import type { ShownCheck, ShownReport } from '../../report/shown/shown-report';
import { idDigits } from '../../text/engine-id';
import type { ClassResult } from '../class-result';

/** Ids that no two students have by chance. */
export interface Traces {
  /** SHA-256 of the file that was handed in: reports and evidence name a moment, so that no two students have the same bytes. */
  readonly files: readonly string[];
  /** The moments at which an engine was looked at, to the millisecond: the same look under two names is one file that was written anew. */
  readonly looks: readonly string[];
  /** Engines, and containers by the twelve digits that `docker ps` shows: seen on this very host. */
  readonly engines: readonly string[];
  readonly containers: readonly string[];
  /** IDs of containers that the student wrote and that are on no host of hers; worth something only if another host has them. */
  readonly written: readonly string[];
}

const shownDigits = 12;

/** A replayed submission was seen on the grader's own engine: it tells nothing of where it was made. */
export function tracesIn({ source, reports }: ClassResult): Traces {
  const nothing = { files: [], looks: [], engines: [], containers: [], written: [] };
  if (source?.kind === 'submission' || !reports) return nothing;
  const isHandedIn = source?.kind === 'report' || source?.kind === 'evidence';
  const files = isHandedIn && source.sha256 !== undefined ? [source.sha256] : [];
  const checks = reports.flatMap((report) => checksOf(report).map((check) => ({ check, report })));
  return {
    files,
    looks: isHandedIn ? unique(reports.flatMap(lookOf)) : [],
    engines: unique(reports.flatMap(enginesOf)),
    containers: unique(checks.flatMap(({ check, report }) => containersOf(check, report))),
    written: unique(checks.flatMap(({ check }) => writtenIn(check))),
  };
}

/** Podman makes up another id at each question. */
const enginesOf = ({ engine }: ShownReport): readonly string[] =>
  engine?.flavour === 'docker' && engine.id !== '' ? [engine.id] : [];

const lookOf = (report: ShownReport): readonly string[] =>
  enginesOf(report).map((id) => `${id} ${report.takenAt}`);

const checksOf = ({ tasks }: ShownReport): readonly ShownCheck[] => tasks.flatMap(({ checks }) => checks);

/**
 * Only what the judge has compared with the host: the right answer of a student, an assertion on a container's own `id`, and answers of which a message says
 * that they are the ID of a container there. Images have the same ID everywhere, with `sha256:` before it on Docker.
 */
function containersOf({ kind, assertions, message }: ShownCheck, { engine }: ShownReport): readonly string[] {
  const compared = assertions.flatMap(({ key, outcome, expected, seen }) => {
    if (kind === 'container' && key === 'id') return whole(seen);
    return kind === 'answer' && key === 'abbreviates' && outcome === 'passed' && engine?.flavour === 'docker'
      ? whole(expected)
      : [];
  });
  return [
    ...compared,
    ...(message && ofContainers.includes(message.code) ? digits(message.args['text']) : []),
  ];
}

const ofContainers = ['answer.container-id', 'answer.other-container', 'answer.earlier-container'];

const writtenIn = ({ message }: ShownCheck): readonly string[] =>
  message?.code === 'answer.unknown-id' && message.args['of'] === 'container'
    ? digits(message.args['text'])
    : [];

const whole = (value: unknown): readonly string[] =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? digits(value) : [];

/** Fewer digits are two containers' by chance in a class. */
function digits(value: unknown): readonly string[] {
  const found = typeof value === 'string' && !value.startsWith('sha256:') ? idDigits(value) : undefined;
  return found !== undefined && found.length >= shownDigits ? [found.slice(0, shownDigits)] : [];
}

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

import type { ContainerInspect } from '../../../evidence/docker';
import type { RecordedEvent } from '../../../evidence/facts';
import { message, type Message } from '../../../messages/message';
import { commandsOf, isCommand } from '../../../text/console/commands';
import type { CheckKind, Diagnosis } from '../../kind';
import { holds } from '../../match/holds';
import { howEnded, type RunEnding } from '../container/run-ending';
import { consoleIfRead } from '../logs/console-if-read';
import type { Events } from './attributes';
import { commandOf } from './command-of';
import { openedShell } from './opened-shell';
import { lifeOf, ofWantedKind, selectEvents } from './select';
import { commandIn, wordOf } from './wanted';

/** What a rule looks at: the container by its ID, and all events. */
interface Case extends Diagnosis<Events> {
  readonly all: readonly RecordedEvent[];
  /** The container that the check names. */
  readonly name: string;
  readonly inspect: ContainerInspect | undefined;
  readonly id: string | undefined;
  readonly command: string;
}
type Rule = (it: Case) => Message | undefined;

const attachedByRun: Rule = ({ resource: { wanted }, all, name, id }) => {
  if (wanted.action !== 'attach' || !wanted.whileRunning || id === undefined) return undefined;
  const any = ofWantedKind(wanted, all).some((event) => event.id === id);
  return any ? message('event.attached-by-run', { name }) : undefined;
};

const execInstead: Rule = ({ resource: { wanted }, all, name, id }) => {
  if (wanted.action !== 'attach' || id === undefined) return undefined;
  const shell = lifeOf(id, all).findLast((event) => !event.own && openedShell.test(event.action));
  return shell && message('event.exec-instead', { name, command: commandIn(shell) ?? '' });
};

const onEarlier: Rule = ({ resource: { wanted }, all, name, id, command }) => {
  if (wanted.container === undefined || id === undefined || wanted.earlier) return undefined;
  const before = selectEvents({ ...wanted, earlier: true }, all, null);
  return before.some((event) => event.id !== id)
    ? message('event.on-earlier-container', { name, command })
    : undefined;
};

const onOther: Rule = ({ resource: { wanted }, all, name, id, look, command }) => {
  const rows = look({ fact: 'containers' });
  if (wanted.container === undefined || wanted.type !== 'container' || !('value' in rows)) return undefined;
  const { container: _, ...anywhere } = wanted;
  const other = selectEvents(anywhere, all, null).findLast((event) => event.id !== id);
  const row = other && rows.value.find(({ Id }) => Id === other.id);
  const found = row?.Names?.[0]?.replace(/^\//, '');
  return found === undefined ? undefined : message('event.on-other-container', { name, found, command });
};

/** Only where the lab reads this container's logs anyway. */
const typedInside: Rule = ({ resource: { wanted }, name, inspect, look, lab, command }) => {
  if (wanted.type !== 'container' || !inspect) return undefined;
  const { typed = [], ran = [] } = consoleIfRead(name, { inspect }, lab, look) ?? {};
  const [words = []] = commandsOf(command);
  const failed = ran.findLast(
    (one) => one.failure !== undefined && commandsOf(one.command).some((line) => isCommand(line, words)),
  );
  if (failed) return message('event.command-inside', { name, command });
  const line = wanted.action === 'top' ? typed.findLast((one) => /^(?:ps|top|htop)\b/.test(one)) : undefined;
  return line === undefined ? undefined : message('event.typed-inside', { name, typed: line.slice(0, 200) });
};

const none: Rule = ({ resource: { wanted }, command }) =>
  message('event.none', { command, ...(wanted.container !== undefined && { name: wanted.container }) });

/** That `docker run -it` attached says least: it always does. */
const whenNone: readonly Rule[] = [typedInside, execInstead, onEarlier, onOther, attachedByRun];

/** It was not done at all; the near miss, if one is recognised. */
export function explainNone(diagnosis: Diagnosis<Events>): Message {
  const it = caseOf(diagnosis);
  for (const rule of whenNone) {
    const found = rule(it);
    if (found) return found;
  }
  return none(it) ?? message('check.differs', { key: 'times' });
}

/** It should not have happened, or less often; of an end, the engine also tells how it came. */
const ended: Rule = ({ resource: { wanted, events }, misses, all, name }) => {
  const [last] = events.slice(-1);
  if (wanted.action !== 'die' || last === undefined) return undefined;
  // Asked for none, or for fewer.
  const tooOften = misses.some(({ key, expected }) =>
    key === 'times'
      ? !holds({ type: 'number', shape: 'one' }, expected, events.length + 1)
      : key === 'exists' && expected === false,
  );
  if (!tooOften) return undefined;
  const life = lifeOf(last.id, all);
  const run = life.slice(lastStartBefore(last, life), nextStartAfter(last, life));
  const hows = new Set(events.map((end) => howIt(end, lifeOf(end.id, all))));
  // Several ends, each in its own way: none of them is the whole story.
  if (hows.size > 1) return message('event.ended-often', { name, count: events.length });
  const attached = run.some((event) => wordOf(event) === 'attach');
  switch (howIt(last, life)) {
    case 'restarted':
      return message('event.ended-by-restart', { name });
    case 'stopped':
      return message('event.ended-by-stop', { name });
    case 'killed':
      return message('event.ended-by-kill', { name });
    case 'hung-up':
      return message('event.ended-by-hangup', { name });
    case 'interrupted':
      return message('event.ended-by-interrupt', { name });
    case 'itself':
      return message('event.ended-by-itself', { name, attached });
  }
};

/** The `restart` event comes just behind the new start on Docker, and before the end on Podman. */
function howIt(end: RecordedEvent, life: readonly RecordedEvent[]): RunEnding {
  const next = nextStartAfter(end, life);
  const started = life[next];
  const behind =
    started === undefined ? [] : life.slice(next + 1).filter(({ time }) => time - started.time <= 1);
  const isRestart = behind.some((one) => wordOf(one) === 'restart');
  return isRestart ? 'restarted' : howEnded(life.slice(Math.max(0, lastStartBefore(end, life) - 1), next));
}

const lastStartBefore = (event: RecordedEvent, life: readonly RecordedEvent[]): number =>
  life.slice(0, life.indexOf(event)).findLastIndex((one) => wordOf(one) === 'start') + 1;

function nextStartAfter(event: RecordedEvent, life: readonly RecordedEvent[]): number {
  const at = life.indexOf(event);
  const next = life.slice(at).findIndex((one) => wordOf(one) === 'start');
  return next < 0 ? life.length : at + next;
}

const count: Rule = ({ resource: { events }, misses, command }) =>
  misses.some(({ key }) => key === 'times')
    ? message('event.count', { command, count: events.length })
    : undefined;

function caseOf(diagnosis: Diagnosis<Events>): Case {
  const { wanted } = diagnosis.resource;
  const fact = diagnosis.look({ fact: 'events' });
  const name = wanted.container ?? '';
  const seen = wanted.container === undefined ? undefined : diagnosis.look({ fact: 'container', name });
  const inspect = seen && 'value' in seen ? (seen.value ?? undefined) : undefined;
  const all = 'value' in fact ? fact.value.events : [];
  return { ...diagnosis, all, name, inspect, id: inspect?.Id, command: commandOf(wanted) };
}

const tooFew: CheckKind<Events>['nearMisses'][number] = (diagnosis) => {
  const none = diagnosis.resource.events.length === 0;
  return none && diagnosis.misses.some(({ key }) => key === 'times') ? explainNone(diagnosis) : undefined;
};

export const nearMisses: CheckKind<Events>['nearMisses'] = [
  tooFew,
  (diagnosis) => ended(caseOf(diagnosis)),
  (diagnosis) => count(caseOf(diagnosis)),
];

import type { RecordedEvent } from '../../../evidence/facts';
import { isJsonObject, type Json } from '../../../text/json';
import { isPatternText, parsePattern } from '../../../text/pattern';

/** Which events a check asks for. */
export interface Wanted {
  readonly type: string;
  readonly action: string;
  readonly container?: string;
  readonly image?: string;
  readonly volume?: string;
  readonly network?: string;
  readonly whileRunning: boolean;
  readonly command?: string;
  readonly earlier: boolean;
}

export function wantedBy(subject: Json): Wanted {
  const keys = isJsonObject(subject) ? subject : {};
  const text = (key: string) => (typeof keys[key] === 'string' ? { [key]: keys[key] } : {});
  return {
    type: typeof keys['type'] === 'string' ? keys['type'] : '',
    action: typeof keys['action'] === 'string' ? keys['action'] : '',
    ...text('container'),
    ...text('image'),
    ...text('volume'),
    ...text('network'),
    ...text('command'),
    whileRunning: keys['while'] === 'running',
    earlier: keys['earlier'] === true,
  };
}

/** Podman's words for Docker's. */
const dockersWords: Readonly<Record<string, string>> = {
  died: 'die',
  remove: 'destroy',
  exec_died: 'exec_die',
};

export const wordOf = (event: Pick<RecordedEvent, 'action'>): string =>
  dockersWords[event.action] ?? event.action;

/** `exec_create` is asked for, `exec_create: sh -c …` was recorded; likewise `health_status`. Podman only says `exec`. */
export function isAction(wanted: string, event: Pick<RecordedEvent, 'action'>): boolean {
  const word = wordOf(event);
  if (word === 'exec') return wanted === 'exec' || wanted === 'exec_create' || wanted === 'exec_start';
  return (
    word === wanted || word.startsWith(`${wanted}:`) || (wanted === 'exec' && word.startsWith('exec_start:'))
  );
}

/** The command line of an exec; `undefined` for any other event, and on engines that do not tell it. */
export function commandIn({ action }: Pick<RecordedEvent, 'action'>): string | undefined {
  return /^exec_(?:create|start): ([\s\S]*?)\s*$/.exec(action)?.[1];
}

/** A text is looked for as a part, a `/pattern/` as a pattern. */
export function isCommand(wanted: string, command: string): boolean {
  if (!isPatternText(wanted)) return command.includes(wanted);
  const pattern = parsePattern(wanted);
  return pattern.ok && pattern.value.test(command);
}

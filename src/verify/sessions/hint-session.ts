import { parseSession, type Session } from '../../cleanroom';
import type { Remedy, Step } from '../../remedy/remedy';

/** A remedy as a session: what a student types who does exactly what a hint says. */
export function hintSession({ steps, redo }: Remedy): Session {
  const lines: string[] = [];
  let at: string | undefined;
  const leave = (): void => {
    if (at !== undefined) lines.push('<Ctrl-P><Ctrl-Q>');
    at = undefined;
  };
  for (const step of [...steps, ...redo]) {
    if (step.at !== 'inside' || at !== step.container) leave();
    if (step.at === 'inside' && at === undefined) lines.push(`$ docker attach ${step.container}`, '<Enter>');
    lines.push(...linesOf(step));
    at = step.at === 'inside' ? step.container : step.at === 'host' ? step.enters : undefined;
  }
  leave();
  const parsed = parseSession(lines.join('\n'));
  if (!parsed.ok) throw new Error(`A remedy cannot be typed: ${lines.join(' | ')}`);
  return parsed.value;
}

function linesOf(step: Step): string[] {
  switch (step.at) {
    case 'host':
      // An attached shell shows its prompt again when a key is pressed.
      return [`$ ${step.type}`, ...(step.type.startsWith('docker attach ') ? ['<Enter>'] : [])];
    case 'inside':
      return step.type.map((line, index) => `${index === 0 ? '#' : '>'} ${line}`);
    case 'answer':
      return [`$ ${answering(step.question, step.sameAs)}`];
  }
}

/** Puts the value that is asked for in the place of whatever was answered before. */
function answering(question: string, sameAs: string): string {
  const [kind = '', name = '', attribute = ''] = sameAs.split(/\/|\.(?=[a-z-]+$)/);
  const field = { id: '.Id' }[attribute] ?? `.${attribute}`;
  const value = `$(docker ${kind} inspect -f '{{${field}}}' ${name})`;
  return `touch answers.yaml; sed -i '/^${question}:/d' answers.yaml; echo "${question}: ${value}" >> answers.yaml`;
}

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSession } from '../../../src/cleanroom';

const labs = resolve(__dirname, '../../../labs');
const read = (id: string, name: string): string => readFileSync(join(labs, id, name), 'utf8');

/** What the instructions of a lab have a student type, in their order: lines of blocks, and the keys that leave a container. */
export function typedInReadme(id: string, page: string): readonly string[] {
  const parts = read(id, page).matchAll(
    /```(?:bash|python)\n([\s\S]*?)```|(\*\*Ctrl-P\*\*[^*]{1,20}\*\*Ctrl-Q\*\*)/g,
  );
  return [...parts]
    .flatMap(([, block, keys]) => (keys === undefined ? (block ?? '').trim().split('\n') : [leaving]))
    .map(asAnswer)
    .filter((line) => !line.startsWith('npm run '));
}

/** What the reference session types. What is set up before its instructions begin, and what is answered to a question, may only be spoken of. */
export function typedInReference(id: string, page: string): readonly string[] {
  const session = parseSession(read(id, 'sessions/reference.session'));
  if (!session.ok) throw new Error(`${id}: ${session.error.map(({ message }) => message).join()}`);
  const text = read(id, page).replace(/```[\s\S]*?```/g, '');
  const lines = session.value.items.flatMap((item) => {
    if (item.kind === 'keys') return item.keys.join() === 'Ctrl-P,Ctrl-Q' ? [leaving] : [];
    return item.kind === 'type' ? [asAnswer(item.text)] : [];
  });
  const isSetUp = lines[0] !== undefined && text.includes(`\`${lines[0]}\``) && lines[1] === leaving;
  return lines
    .slice(isSetUp ? 2 : 0)
    .filter((line) => !text.includes(`répondez \`${line}\``) && !text.includes(`answer \`${line}\``));
}

const leaving = '<Ctrl-P><Ctrl-Q>';

/** An answer is noted with Vigie by a student, and with the shell in a room that has no Vigie. */
function asAnswer(line: string): string {
  const noted =
    /^npm run answer -- \S+ (\S+) \S+$/.exec(line) ?? /'(\S+): \{\{\.ID\}\}' >>? answers\.yaml$/.exec(line);
  return noted ? `answer ${noted[1] ?? ''}` : line;
}

/** Points of the table of what is checked, row by row. */
export const pointsInReadme = (id: string, page: string): readonly number[] =>
  [...read(id, page).matchAll(/^\|.*\| +(\d+) \|$/gm)].map(([, points]) => Number(points));

export const codeInReadme = (id: string, page: string): readonly string[] =>
  [...read(id, page).matchAll(/```[\s\S]*?```/g)].map(([block]) => block);

export const textOfReadme = read;

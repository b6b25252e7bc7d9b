import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import type { Json } from '../text/json';
import { scale, sharePoints } from './points';
import type { Proposal, Statement } from './statement';
import { comments } from './words';

/** The lab as a file to be edited, with a few comments. It reads as labs are written by hand. */
export function writeLab(proposal: Proposal): string {
  const document = new Document(jsonOf(proposal), { version: '1.2', schema: 'core' });
  const word = comments[proposal.lang];
  const schema = 'yaml-language-server: $schema=../../schema/lab.schema.json';
  document.commentBefore = [schema, ...word.head].map((line) => ` ${line}`).join('\n');
  layOut(document);
  comment(document, proposal);
  return document.toString({ lineWidth: 0, singleQuote: true });
}

function jsonOf({ id, lang, title, tasks }: Proposal): Json {
  const points = sharePoints(tasks.length);
  const statements = tasks.flatMap((task) => task.statements);
  const images = imagesOf(statements);
  return {
    vigie: 1,
    id,
    lang,
    title,
    scale,
    pass: scale / 2,
    reveal: 'hint',
    ...(images.length > 0 && { images }),
    ...(statements.some(({ kind }) => kind === 'package') && { network: ['apt'] }),
    tasks: tasks.map((task, index) => ({
      id: task.id,
      title: task.title,
      points: points[index] ?? 0,
      checks: task.statements.map(checkOf),
    })),
  };
}

const checkOf = ({ kind, subject, place, title, asserts, partial, within }: Statement): Json => ({
  [kind]: subject,
  ...place,
  title,
  ...asserts,
  ...(partial === true && Object.keys(asserts).length > 1 && { partial }),
  ...(within !== undefined && { within }),
});

/** What a clean room has to have ready for the sessions: not what was built here. */
function imagesOf(statements: readonly Statement[]): string[] {
  const ofImage = statements.filter(({ kind }) => kind === 'image');
  const pulled = ofImage.filter(({ asserts }) => 'pulled' in asserts).map(({ subject }) => subject);
  const notPulled = ofImage.map(({ subject }) => subject).filter((name) => !pulled.includes(name));
  const used = statements.filter(({ kind }) => kind === 'container').map(({ asserts }) => asserts['image']);
  const names = [...pulled, ...used].filter((name) => typeof name === 'string' && !notPulled.includes(name));
  return [...new Set(names as string[])]; // the filter leaves texts only
}

/** Short maps in one line; ports in quotes, which YAML of old takes for numbers in base 60. */
function layOut(document: Document): void {
  const inOneLine = ['http', 'container', 'headers', 'body'];
  visit(document, {
    Pair(_, pair) {
      const key = isScalar(pair.key) ? pair.key.value : undefined;
      if (isMap(pair.value) && typeof key === 'string' && inOneLine.includes(key)) pair.value.flow = true;
      if (key === 'ports' && isSeq(pair.value))
        for (const item of pair.value.items) if (isScalar(item)) item.type = 'QUOTE_SINGLE';
      if (isMap(pair.value) && pair.value.items.length === 1 && pair.value.has('exists'))
        pair.value.flow = true;
    },
  });
}

function comment(document: Document, { lang, tasks }: Proposal): void {
  const word = comments[lang];
  for (const [index, { statements, leftOut = [] }] of tasks.entries()) {
    const task = document.getIn(['tasks', index], true);
    if (isMap(task) && index > 0) task.spaceBefore = true;
    for (const [place, { notes }] of statements.entries()) {
      const check = document.getIn(['tasks', index, 'checks', place], true);
      const lines = [
        ...(place === 0 && leftOut.length > 0 ? [`${word.leftOut} ${leftOut.join(', ')}`] : []),
        ...notes.map((note) => word.notes[note]),
      ];
      if (isMap(check) && lines.length > 0) check.commentBefore = lines.map((line) => ` ${line}`).join('\n');
    }
  }
}

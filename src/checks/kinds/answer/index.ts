import { caps } from '../../../evidence/caps';
import { message } from '../../../messages/message';
import { isJsonObject, type Json } from '../../../text/json';
import type { Localized } from '../../../text/language';
import { defineKind } from '../../kind';
import { cutAt, type Attribute } from '../../attribute';
import type { Answered } from './answered';
import { nearMisses } from './near-misses';

const attributes: Readonly<Record<string, Attribute<Answered>>> = {
  equals: {
    name: { fr: 'réponse exacte', en: 'exact answer' },
    type: 'string',
    shape: 'one',
    describe: 'The answer, letter by letter.',
    example: 'bridge',
    read: ({ text, cut }) => ({ value: text, ...cutAt(cut, {}) }),
  },
  matches: {
    name: { fr: 'forme de la réponse', en: 'form of the answer' },
    type: 'string',
    shape: 'one',
    describe: 'What the answer looks like, as a `/pattern/`.',
    example: '/^bridge$/i',
    read: ({ text, cut }) => ({ value: text, ...cutAt(cut, {}) }),
  },
  abbreviates: {
    name: { fr: 'identifiant, même abrégé', en: 'ID, in full or abbreviated' },
    type: 'id',
    shape: 'one',
    describe:
      'The answer is this ID, or a beginning of it of at least four digits (`docker ps` shows twelve), with or without `sha256:`.',
    example: { 'same-as': 'container/ubuntu.id' },
    read: ({ text, cut }) => ({ value: text, ...cutAt(cut, {}) }),
  },
  number: {
    name: { fr: 'réponse, en nombre', en: 'answer as a number' },
    type: 'number',
    shape: 'one',
    describe: 'The answer as a number, with a decimal point or comma; nothing if it is none.',
    example: { gte: 2 },
    read: ({ text }) => ({ value: numberIn(text) }),
  },
};

export const answerKind = defineKind<Answered>({
  kind: 'answer',
  name: { fr: 'réponse', en: 'answer' },
  describe:
    'What the student answered to a question, in `answers.yaml` beside the lab (or the file of `--answers`): one line a question, `id: answer`.',
  subject: {
    type: 'string',
    describe: 'The question’s key in the answers file.',
    example: 'container-id',
  },
  parameters: {
    question: {
      type: 'localized',
      describe: 'The question, as students are asked it.',
      required: true,
      example: {
        fr: 'Quel est l’ID du conteneur `ubuntu` ?',
        en: 'What is the ID of the container `ubuntu`?',
      },
    },
  },
  attributes,
  assertsPresence: true,
  needs: ({ check, lab }) => [
    { fact: 'answer', lab: lab.id, question: String(check.subject) },
    // What an ID that is not the right one may be the ID of.
    ...('abbreviates' in check.keys
      ? ([{ fact: 'containers' }, { fact: 'images' }, { fact: 'events' }] as const)
      : []),
  ],
  open: ({ check, lab }, look) => {
    const key = String(check.subject);
    const fact = look({ fact: 'answer', lab: lab.id, question: key });
    if ('fault' in fact) return fact;
    const { file, text, problem } = fact.value;
    if (problem) {
      const missing = message('answer.unreadable', { file, key, problem });
      // A wrong entry is one question's; all else keeps every answer of the file from being read.
      return problem.kind === 'entry' ? { missing } : { missing, cause: `answers/${lab.id}` };
    }
    const words = text?.trim() ?? '';
    if (words === '')
      return {
        missing: message('answer.missing', { file, key, question: questionIn(check.keys['question']) }),
      };
    return { found: { question: key, file, text: words, cut: (text ?? '').length >= caps.answer } };
  },
  nearMisses,
});

function questionIn(value: Json | undefined): Localized {
  if (typeof value === 'string') return value;
  if (!isJsonObject(value)) return '';
  const { fr, en } = value;
  return { ...(typeof fr === 'string' && { fr }), ...(typeof en === 'string' && { en }) };
}

function numberIn(text: string): number | undefined {
  return /^[+-]?\d{1,15}(?:[.,]\d{1,15})?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
}

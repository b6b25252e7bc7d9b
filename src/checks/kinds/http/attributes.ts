import { caps } from '../../../evidence/caps';
import type { HttpFact } from '../../../evidence/facts';
import type { HttpRequest } from '../../../evidence/request';
import { isJsonObject, type Json } from '../../../text/json';
import { cutAt, type Attribute } from '../../attribute';

/** An answer, and what was asked. */
export interface HttpSeen {
  readonly request: HttpRequest;
  readonly fact: HttpFact;
  /** What the check expects of the headers, as its author spells their names. */
  readonly wantedHeaders: Json | undefined;
}
type Of = Attribute<HttpSeen>;

export const attributes: Readonly<Record<string, Of>> = {
  status: {
    name: { fr: 'code de statut', en: 'status code' },
    type: 'number',
    shape: 'one',
    describe: 'The status code.',
    range: { from: 100, to: 599 },
    example: 200,
    read: ({ fact }) => ({ value: fact.status }),
  },
  headers: {
    name: { fr: 'en-têtes', en: 'headers' },
    words: {
      fr: { element: { a: 'un en-tête', no: 'aucun en-tête' } },
      en: { element: { a: 'a header', no: 'no header' } },
    },
    type: 'string',
    shape: 'map',
    describe: 'The answer’s headers; upper and lower case are the same in their names.',
    example: { server: '/^nginx/' },
    read: (seen) => ({
      value: headersAsWanted(seen),
      ...cutAt(seen.fact.headersTruncated === true, { items: caps.headers, deep: true }),
    }),
  },
  body: {
    name: { fr: 'corps de la réponse', en: 'body of the answer' },
    type: 'text',
    shape: 'one',
    describe:
      'The answer’s body as a browser would read it. What is not in the first 256 KiB of a longer one is not known.',
    example: '/Welcome to nginx/',
    read: ({ fact: { body, truncated = false } }) => ({
      value: body,
      ...cutAt(truncated, { bytes: caps.text }),
    }),
  },
  origin: {
    name: { fr: 'origine de la réponse', en: 'origin of the answer' },
    words: {
      fr: {
        values: {
          'same-answer': 'le conteneur, qui répond de même quand on l’interroge directement',
          'engine-publication': 'le conteneur, dont le moteur publie ce port',
          none: 'rien ne le montre',
        },
      },
      en: {
        values: {
          'same-answer': 'the container, which answers the same when asked directly',
          'engine-publication': 'the container, whose port the engine publishes here',
          none: 'nothing shows it',
        },
      },
    },
    type: 'string',
    shape: 'one',
    describe:
      'What shows that this container answered: the engine’s publication of that port, or `none` on the host’s own network. A check that asks for ' +
      '`same-answer` has the container asked a second time, on its own address: possible on the same Linux, with GET.',
    values: ['same-answer', 'engine-publication', 'none'],
    example: 'engine-publication',
    read: ({ fact }) => ({ value: fact.origin?.by }),
  },
};

/** Header names as the author spells them, so that the comparison need not know about their case. */
function headersAsWanted({ fact, wantedHeaders }: HttpSeen): Record<string, string> {
  const seen = fact.headers ?? {};
  if (!isJsonObject(wantedHeaders)) return { ...seen };
  const spelled = new Map(Object.keys(wantedHeaders).map((name) => [name.toLowerCase(), name]));
  return Object.fromEntries(Object.entries(seen).map(([name, value]) => [spelled.get(name) ?? name, value]));
}

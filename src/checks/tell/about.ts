import type { Language } from '../../text/language';
import type { AttributeWords } from '../attribute';
import type { ComparedType } from '../match/target';
import type { Shape } from '../attribute';
import { kinds } from '../registry';

/** What a value is a value of, as far as its words depend on that. */
export interface About {
  readonly type: ComparedType;
  readonly shape: Shape;
  readonly words?: AttributeWords | undefined;
  readonly unit?: 'times' | 'elements' | 'characters' | undefined;
  /** Of a matcher that is about one of several values. */
  readonly single?: true;
}

/** Of a kind or key that this version does not know, as in an older report, nothing is known but the values. */
export function aboutOf(kind: string | undefined, key: string): About {
  const attributes = kind !== undefined && Object.hasOwn(kinds, kind) ? kinds[kind]?.attributes : undefined;
  const attribute = attributes && Object.hasOwn(attributes, key) ? attributes[key] : undefined;
  if (attribute) return { ...attribute, unit: attribute.unit };
  return key === 'exists'
    ? { type: 'boolean', shape: 'one', words: presence }
    : { type: 'json', shape: 'one' };
}

const presence: AttributeWords = {
  fr: { values: { true: 'existe', false: 'n’existe pas' } },
  en: { values: { true: 'exists', false: 'does not exist' } },
};

export const wordsOf = ({ words }: About, language: Language): AttributeWords[Language] =>
  words?.[language] ?? {};

/** Several values are compared one by one. */
export const isAmong = ({ shape }: About): boolean => shape === 'list' || shape === 'map';

/** What is asked of a map and not of its entries is asked of its keys, which are plain words. */
export const comparedAs = ({ type, shape }: About): ComparedType => (shape === 'map' ? 'string' : type);

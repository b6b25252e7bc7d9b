import { isJsonObject, type Json } from '../../text/json';
import type { Searched } from '../../evidence/facts';
import { isCut, isDeeplyCut, type Seen, type Spell } from '../attribute';
import { isList } from './target';

/** A value as it is compared, with how much of it is known. */
export interface Sight {
  readonly value: Json | undefined;
  /** `part`: the beginning of a text, some elements or entries, a number that is at least this. `deep`: texts inside may be cut as well. */
  readonly cut: false | 'part' | 'deep';
  /** The beginning of a text is missing as well. */
  readonly startLost?: true;
  /** What was looked for in more of a text than is left of it. */
  readonly searched?: Searched;
  /** It stands in a list or under a key: it exists, however empty it is. */
  readonly held?: true;
}

export const whole = (value: Json | undefined): Sight => ({ value, cut: false });

export function sightOf({ value, cut, searched }: Extract<Seen, { readonly value: unknown }>): Sight {
  if (!isCut(cut)) return whole(value);
  // Bytes are counted, so the last character may be a half one, which reads as another.
  const known = typeof value === 'string' ? value.replace(/\ufffd{1,3}$/, '') : value;
  return {
    value: known,
    cut: isDeeplyCut(cut) ? 'deep' : 'part',
    ...(cut !== true && cut.why === 'rotated' && { startLost: true }),
    ...(searched && { searched }),
  };
}

/** Something inside of it: whole, unless texts inside may be cut. */
export const inside = ({ cut }: Sight, value: Json): Sight => ({
  value,
  cut: cut === 'deep' ? cut : false,
  held: true,
});

/** What stands under a key, however that is spelled; of a part it is not known whether there is such a key. */
export function entryOf(sight: Sight, key: string, spell?: Spell): Sight {
  const { value, cut } = sight;
  if (!isJsonObject(value)) return { value: undefined, cut };
  const known = Object.hasOwn(value, key)
    ? key
    : spell && Object.keys(value).find((other) => spell(other)[0] === spell(key)[0]);
  const entry = known === undefined ? undefined : value[known];
  return entry === undefined ? { value: undefined, cut } : inside(sight, entry);
}

/** What stands at a path of a document; engines write much there that is empty. */
export const partOf = (sight: Sight, value: Json | undefined): Sight =>
  value === undefined ? { value, cut: sight.cut } : { value, cut: sight.cut === 'deep' ? 'deep' : false };

/** The keys of a mapping, as the list that they are. */
export const keysOf = ({ value, cut }: Sight): Sight => ({
  value: isJsonObject(value) ? Object.keys(value) : undefined,
  cut: cut === false ? cut : 'part',
});

/** What the questions that go through elements go through: a single value is a list of one. */
export const elementsOf = (sight: Sight): readonly Sight[] =>
  isList(sight.value) ? sight.value.map((element) => inside(sight, element)) : [sight];

/** Elements that are not there may be in the rest; a single value has no rest beside it. */
export const missingFrom = ({ value, cut }: Sight): 'no' | 'unknown' =>
  cut !== false && isList(value) ? 'unknown' : 'no';

import type { Searched } from '../evidence/facts';
import type { Fault } from '../evidence/fault';
import type { Message } from '../messages/message';
import type { Json } from '../text/json';
import type { Language } from '../text/language';

/** How a single value is compared: as what it is, not as text. */
export type ValueType =
  | 'string'
  | 'text' // long text: a final line feed does not count, a list asks for substrings
  | 'path' // like string, but `/x/` is a path here and not a pattern
  | 'number'
  | 'boolean'
  | 'version'
  | 'size' // bytes
  | 'duration' // milliseconds
  | 'publication' // a published port, `80:80`
  | 'reference' // an image's name
  | 'id' // of a container or an image; an abbreviation of it is the same
  | 'mode' // a file's permission bits
  | 'command' // as a shell reads it: `apt install nginx` is met by `apt-get install -y nginx`
  | 'platform'; // `linux/amd64`, or one half of it

/**
 * `one`: a single value. `list`: several; a literal asks that it is among them. `map`: expectations by key.
 * `document`: expectations by path into a raw document (`HostConfig.RestartPolicy.Name`).
 */
export type Shape = 'one' | 'list' | 'map' | 'document';

/**
 * What a resource was seen to have; `message` says more than the bare value where the kind knows more. `cut`: the value is only a part of
 * what was there; what is not in it is not known. Without a value nothing of it is known. `searched`: what was looked for in more of a text than is left of it.
 */
export type Seen =
  | {
      readonly value: Json | undefined;
      readonly message?: Message;
      readonly cut?: Cut;
      readonly searched?: Searched;
    }
  | { readonly fault: Fault };

/** `true`, or what it was cut at, to be told. `deep`: not only elements are missing, texts inside may be cut as well. */
export type Cut =
  | true
  | {
      readonly bytes?: number;
      readonly items?: number;
      readonly deadlineMs?: number;
      readonly deep?: true;
      /** `rotated`: the log driver has thrown older text away. `unclear`: a line was typed, and what is seen of it can mean more than one. */
      readonly why?: 'rotated' | 'unclear';
    };

/** What a cap has left of something, told by what it was cut at; nothing of it is said where nothing was cut. */
export const cutAt = (wasCut: boolean, at: Exclude<Cut, true>): { readonly cut?: Cut } =>
  wasCut ? { cut: at } : {};

export const isCut = (cut: Cut | undefined): cut is Cut => cut !== undefined;
export const isDeeplyCut = (cut: Cut): boolean => cut !== true && cut.deep === true;

/**
 * Spellings that mean the same (`NET_ADMIN`, `CAP_NET_ADMIN`), the usual one first: two texts are equal if that is the same, and a pattern
 * is looked for in each.
 */
export type Spell = (text: string) => readonly [string, ...string[]];

/** How its values are told to students, in one language, where they are not what a student would type or read. */
interface ValueWords {
  /** `has never been stopped` for `true`; by the value as the lab writes it. */
  readonly values?: Readonly<Record<string, string>>;
  /** One of several values: `une ligne`, `aucune ligne`. */
  readonly element?: { readonly a: string; readonly no: string };
}
export type AttributeWords = Readonly<Record<Language, ValueWords>>;

/** Something that a check of one kind can assert on its resource `S`. */
export interface Attribute<S> {
  /** What students read for its key, in a word or two: `ports publiés`. */
  readonly name: Readonly<Record<Language, string>>;
  readonly words?: AttributeWords;
  /** A number that says how often: `once`. */
  readonly unit?: 'times';
  readonly type: ValueType;
  readonly shape: Shape;
  /** One English sentence for the reference page. */
  readonly describe: string;
  /** The words that Docker uses for it, where there is a closed list. */
  readonly values?: readonly string[];
  /** Numbers that it can be, both ends included; bounds (`lt` and the like) may lie outside. */
  readonly range?: { readonly from: number; readonly to: number };
  /** A value as an author would write it; shown and tested. */
  readonly example: Json;
  readonly spell?: Spell;
  /** The same for the keys of a map. */
  readonly spellKey?: Spell;
  readonly read: (resource: S) => Seen;
}

/** A key of a check that says where to look; it asserts nothing. */
export interface Parameter {
  readonly type: 'string' | 'integer' | 'boolean' | 'duration' | 'string-list' | 'string-map' | 'localized';
  readonly describe: string;
  readonly required?: boolean;
  readonly values?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** A text that may also be a `/pattern/`. */
  readonly pattern?: true;
  readonly example: Json;
}

/** Part of what a check names. */
export interface SubjectKey extends Parameter {
  /** What students read for it. */
  readonly name: Readonly<Record<Language, string>>;
}

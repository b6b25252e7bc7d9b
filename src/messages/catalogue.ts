import type { FaultArgs } from '../evidence/fault';
import type { Messages } from './message';

/**
 * What a message says to a person. Plain text; whoever prints it escapes it for its sink.
 * `says`: what was expected and what was seen, in one or two sentences. `hint`: what to try, without giving the command away.
 * `command`: what to type; shown only where the author reveals commands.
 */
export interface Text {
  readonly says: string;
  readonly hint?: string;
  readonly command?: string;
}

/** One function a code: a missing translation does not compile. */
export type Catalogue<M> = { readonly [C in keyof M]: (args: M[C]) => Text };

/** All texts of one language. */
export interface Texts {
  readonly messages: Catalogue<Omit<Messages, 'check.fault'>>;
  readonly faults: Catalogue<FaultArgs>;
  /** How this language sets a sentence; absent: as it is written. Commands stay as they are typed. */
  readonly typeset?: (text: string) => string;
}

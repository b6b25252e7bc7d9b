import type { Language } from '../text/language';

/** What a teacher asks to be drafted, in the order of the command line. */
export interface Wish {
  /** The lab's id; made of the first name by default. */
  readonly id?: string;
  /** Of the comments, and of texts that the teacher will write in one language only. */
  readonly lang: Language;
  readonly containers: readonly string[];
  readonly images: readonly string[];
}

import type { AnswerProblem } from '../../evidence/facts';
import type { Localized } from '../../text/language';

/** Of what an ID is asked for. */
export type IdOf = 'container' | 'image';

/** What `answer` checks say. `text` is the student's answer, `key` the question's key in the answers file. */
export interface AnswerMessages {
  'answer.missing': { readonly file: string; readonly key: string; readonly question: Localized };
  /** The student's own file: mending it is up to them. */
  'answer.unreadable': { readonly file: string; readonly key: string; readonly problem: AnswerProblem };
  'answer.wrong': { readonly text: string };
  'answer.not-a-number': { readonly text: string };
  'answer.prompt-pasted': { readonly text: string };
  /** A whole line of `docker ps` or `docker image ls`; `id` is the word of it that is one. */
  'answer.line-pasted': { readonly text: string; readonly id: string };
  'answer.too-short': { readonly text: string; readonly least: number; readonly of: IdOf };
  'answer.name-not-id': { readonly text: string; readonly of: IdOf };
  /** The ID of a container where that of an image is asked for. */
  'answer.container-id': { readonly text: string; readonly found: string };
  /** The ID of another image than the one asked for. */
  'answer.other-image': { readonly text: string; readonly image: string };
  'answer.other-container': { readonly text: string; readonly found: string };
  /** `image`: its name, or nothing for an image without one. */
  'answer.image-id': { readonly text: string; readonly image: string };
  'answer.image-digest': { readonly text: string; readonly image: string; readonly of: IdOf };
  /** Of a container that is no more. */
  'answer.earlier-container': { readonly text: string; readonly name: string };
  'answer.mistyped': { readonly text: string; readonly of: IdOf };
  'answer.not-an-id': { readonly text: string; readonly of: IdOf };
  /** An ID by its looks, of nothing that is known here. */
  'answer.unknown-id': { readonly text: string; readonly of: IdOf };
}

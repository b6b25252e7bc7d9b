import { distance } from 'fastest-levenshtein';
import { parsedNames } from '../../../evidence/local-digests';
import type { IdOf } from '../../../messages/codes/answer';
import { message, type Message } from '../../../messages/message';
import { abbreviates, idDigits, shortestId } from '../../../text/engine-id';
import { familiar } from '../../../text/image-reference';
import { isJsonObject } from '../../../text/json';
import type { CheckKind, Diagnosis } from '../../kind';
import type { Answered } from './answered';

/** An answer that should be an ID, and is not the right one. */
interface Case extends Diagnosis<Answered> {
  readonly text: string;
  /** The right ID, where there is one: what it belongs to may not be there. */
  readonly id: string | undefined;
  readonly of: IdOf;
}
type Rule = (it: Case) => Message | undefined;

/** `root@b6c13eacabfa:/#`: the prompt of a shell in a container shows its host name, which is the beginning of its ID. */
const pastedPrompt: Rule = ({ text, id }) => {
  const host = /@([0-9a-f]{12})\b/.exec(text)?.[1];
  return host !== undefined && id !== undefined && abbreviates(host, id)
    ? message('answer.prompt-pasted', { text })
    : undefined;
};

/** A line of `docker ps` or `docker image ls`: the right ID is in it, and much else. */
const pastedLine: Rule = ({ text, id }) => {
  const found = text
    .split(/\s+/)
    .map((word) => word.replace(/^["']|["',]$/g, ''))
    .find((word) => word !== text && id !== undefined && abbreviates(word, id));
  return found === undefined ? undefined : message('answer.line-pasted', { text, id: found });
};

const tooShort: Rule = ({ text, id, of }) => {
  const digits = idDigits(text);
  return digits !== undefined && digits.length < shortestId && id?.startsWith(digits)
    ? message('answer.too-short', { text, least: shortestId, of })
    : undefined;
};

const nameNotId: Rule = ({ text, of, look }) => {
  const rows = look({ fact: 'containers' });
  const images = look({ fact: 'images' });
  const names = 'value' in rows ? rows.value.flatMap(({ Names }) => Names ?? []) : [];
  const tags = 'value' in images ? images.value.flatMap(({ RepoTags }) => RepoTags ?? []) : [];
  const isName =
    names.some((name) => name.replace(/^\//, '') === text) ||
    (of === 'image' && tags.some((tag) => tag === text || tag === `${text}:latest`));
  return isName ? message('answer.name-not-id', { text, of }) : undefined;
};

const otherContainer: Rule = ({ text, of, look }) => {
  const rows = look({ fact: 'containers' });
  const row = 'value' in rows ? rows.value.find(({ Id }) => abbreviates(text, Id)) : undefined;
  const found = row?.Names?.[0]?.replace(/^\//, '');
  if (found === undefined) return undefined;
  return message(of === 'image' ? 'answer.container-id' : 'answer.other-container', { text, found });
};

const imageId: Rule = ({ text, of, look }) => {
  const images = look({ fact: 'images' });
  if (!('value' in images)) return undefined;
  const byId = images.value.find(({ Id }) => abbreviates(text, Id));
  if (byId)
    return message(of === 'image' ? 'answer.other-image' : 'answer.image-id', {
      text,
      image: nameOf(byId.RepoTags),
    });
  const byDigest = images.value.find((image) =>
    parsedNames(image.RepoDigests).some(({ digest }) => digest !== undefined && abbreviates(text, digest)),
  );
  return byDigest && message('answer.image-digest', { text, image: nameOf(byDigest.RepoTags), of });
};

const nameOf = (tags: readonly string[] | null | undefined): string => {
  const [first] = parsedNames(tags);
  return first ? familiar(first) : '';
};

const earlierContainer: Rule = ({ text, look }) => {
  const fact = look({ fact: 'events' });
  if (!('value' in fact)) return undefined;
  const event = fact.value.events.find(({ type, id }) => type === 'container' && abbreviates(text, id));
  const name = event?.attributes['name'];
  return name === undefined ? undefined : message('answer.earlier-container', { text, name });
};

const mistyped: Rule = ({ text, id, of }) => {
  const digits = text.toLowerCase().replace(/^sha256:/, '');
  if (id === undefined || digits.length < 8 || digits.length > id.length + 2) return undefined;
  const near = [-1, 0, 1].some((more) => distance(digits, id.slice(0, digits.length + more)) <= 2);
  return near ? message('answer.mistyped', { text, of }) : undefined;
};

const notAnId: Rule = ({ text, of }) =>
  message(idDigits(text) === undefined ? 'answer.not-an-id' : 'answer.unknown-id', { text, of });

const ofIds: readonly Rule[] = [
  pastedPrompt,
  pastedLine,
  tooShort,
  nameNotId,
  otherContainer,
  imageId,
  earlierContainer,
  mistyped,
  notAnId,
];

const wrongId: CheckKind<Answered>['nearMisses'][number] = (diagnosis) => {
  const miss = diagnosis.misses.find(({ key }) => key === 'abbreviates');
  if (!miss) return undefined;
  const { text } = diagnosis.resource;
  const id = typeof miss.expected === 'string' ? idDigits(miss.expected) : undefined;
  for (const rule of ofIds) {
    const found = rule({ ...diagnosis, text, id, of: idOf(diagnosis) });
    if (found) return found;
  }
  return undefined;
};

/** `{ same-as: image/ubuntu.id }` asks for the ID of an image. */
function idOf({ check }: Diagnosis<Answered>): IdOf {
  const asked = check.keys['abbreviates'];
  const from = isJsonObject(asked) ? asked['same-as'] : undefined;
  return typeof from === 'string' && from.startsWith('image/') ? 'image' : 'container';
}

const notANumber: CheckKind<Answered>['nearMisses'][number] = ({ misses, resource: { text } }) =>
  misses.some(({ key, seen }) => key === 'number' && seen === undefined)
    ? message('answer.not-a-number', { text })
    : undefined;

/** Without what was expected: that would be the answer. */
const wrong: CheckKind<Answered>['nearMisses'][number] = ({ resource: { text } }) =>
  message('answer.wrong', { text });

export const nearMisses: CheckKind<Answered>['nearMisses'] = [wrongId, notANumber, wrong];

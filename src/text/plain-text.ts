import { isJsonObject, type Json } from './json';

/** A value as one would write it: texts as they are, anything else as JSON; nothing is empty. */
export const plainText = (value: Json | undefined): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);

/** What a check names, as one would say it: `container: ubuntu, port: 80`; a command as it is typed. */
export function subjectText(subject: Json): string {
  if (Array.isArray(subject)) return subject.map(plainText).join(' ');
  if (!isJsonObject(subject)) return plainText(subject);
  return Object.entries(subject)
    .map(([key, value]) => `${key}: ${plainText(value)}`)
    .join(', ');
}

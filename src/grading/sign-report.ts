import type { SigningKey } from '../signing/keys';
import { signContent } from '../signing/sign-content';
import { escapeInvisible } from '../text/escape-json';
import type { JsonObject } from '../text/json';

/** Who signs, and what was graded. */
export interface Signing {
  readonly key: SigningKey;
  readonly submission?: string;
}

/** The text of a JSON report that we have just written, signed, and written in the same way. */
export function signedReport(json: string, { key, submission }: Signing): string {
  const content = JSON.parse(json) as JsonObject; // every JSON report is an object
  return `${escapeInvisible(JSON.stringify(signContent(content, key, submission), null, 2))}\n`;
}

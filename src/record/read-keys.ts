/** What was pressed: a key that a session has a name for, text that shows, or anything that only edits the line. */
export type Press =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'edit' }
  | { readonly kind: 'key'; readonly key: 'Enter' | 'Ctrl-C' | 'Ctrl-D' | 'Ctrl-P' | 'Ctrl-Q' | 'Ctrl-Z' };

const keys: Readonly<Record<string, (Press & { readonly kind: 'key' })['key']>> = {
  '\r': 'Enter',
  '\n': 'Enter',
  '\x03': 'Ctrl-C',
  '\x04': 'Ctrl-D',
  '\x10': 'Ctrl-P',
  '\x11': 'Ctrl-Q',
  '\x1a': 'Ctrl-Z',
};

// What is pasted stands between marks and is not run until Enter is pressed | CSI | SS3 | Alt and a key | one control | text.
const TOKEN =
  /\x1b\[200~([^]*?)(?:\x1b\[201~|$)|\x1b\[[0-?]*[ -/]*[@-~]?|\x1bO[^]?|\x1b[^]?|[\x00-\x1f\x7f]|[^\x00-\x1f\x7f]+/g;

/** Reads what a terminal sends for what was pressed. */
export function readKeys(data: string): readonly Press[] {
  return [...data.matchAll(TOKEN)].map(([token, pasted]): Press => {
    if (pasted !== undefined) return { kind: 'text', text: pasted };
    const key = keys[token];
    if (key !== undefined) return { kind: 'key', key };
    return /^[\x00-\x1f\x7f]/.test(token) ? { kind: 'edit' } : { kind: 'text', text: token };
  });
}

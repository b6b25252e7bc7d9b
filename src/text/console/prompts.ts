/** Where a line is typed: at a shell, or at Python's console. */
export type PromptKind = 'shell' | 'python';

export interface Prompt {
  readonly kind: PromptKind;
  /** As it stands on the screen, the blank behind it included. */
  readonly text: string;
  /** It asks for the rest of a line. */
  readonly goesOn: boolean;
}

// What a shell shows before it reads a line; each alternative ends at the first `#` or `$`, so that matching is linear.
// `root@b6c13eacabfa:/#` (Debian, Ubuntu), `[root@b6c13eacabfa /]#` (Fedora), `bash-5.1#`, `/ #` and `~ #` (Alpine).
const shell =
  /^(?:\([\w.-]{1,60}\) )?(?:[\w.-]{1,64}@[\w.-]{1,64}:[^#$\n]{0,512}|\[[\w.-]{1,64}@[\w.-]{1,64} [^#$\]\n]{0,512}\]|(?:ba)?sh-\d[\d.]{0,10}|(?:~|\/[^#$\s]{0,512}) )[#$] /;
/** dash says nothing but this, which a comment in a file can look like: only looked for where `sh` is the main process. */
const bare = /^[#$] /;
const python = /^>>> /;
const pythonGoesOn = /^\.\.\. /;
const shellGoesOn = /^> /;

/** The prompt that a line begins with, its control sequences taken out. `isAsked`: a line is read here, whatever stands before it. */
export function promptOf(
  line: string,
  { isDash, isAsked }: { readonly isDash: boolean; readonly isAsked: boolean },
): Prompt | undefined {
  const find = (pattern: RegExp, kind: PromptKind, goesOn = false): Prompt | undefined => {
    const text = pattern.exec(line)?.[0];
    return text === undefined ? undefined : { kind, text, goesOn };
  };
  return (
    find(shell, 'shell') ??
    (isDash ? find(bare, 'shell') : undefined) ??
    find(python, 'python') ??
    (isAsked ? (find(pythonGoesOn, 'python', true) ?? find(shellGoesOn, 'shell', true)) : undefined)
  );
}

/** Somebody's own prompt: a program's, such as `sqlite> `, is none of a shell. */
export const looksLikePrompt = (line: string): boolean =>
  /^[^\n]{0,200}?[#$%>»❯➜] /.test(line) && !/^[\w()=-]{0,40}> /.test(line);

const longestPrompt = 1500;
// CSI | OSC, DCS, SOS, PM, APC | other escapes | controls.
const unseen =
  /\x1b\[[0-?]{0,64}[ -/]{0,8}[@-~]?|\x1b[\]PX^_][^\x07\x1b\x9c\r\n]{0,4096}(?:\x07|\x1b\\|\x9c)?|\x1b[ -/]{0,8}[0-~]?|[\x00-\x09\x0b-\x1f\x7f-\x9f]/g;

/** The beginning of a recording as text; nothing in it is drawn. */
export const visible = (recording: string): string => recording.slice(0, longestPrompt).replace(unseen, '');

/** Longer lines are no commands that somebody typed. */
const maxLine = 4096;

// What a shell shows before it reads a line; each alternative ends at the first `#` or `$`, so that matching is linear.
// `root@b6c13eacabfa:/#` (Debian, Ubuntu), `[root@b6c13eacabfa /]#` (Fedora), `bash-5.1#`, `/ #` and `~ #` (Alpine).
const prompt =
  /^(?:\([\w.-]{1,60}\) )?(?:[\w.-]{1,64}@[\w.-]{1,64}:[^#$]{0,512}|\[[\w.-]{1,64}@[\w.-]{1,64} [^#$\]]{0,512}\]|(?:ba)?sh-\d[\d.]{0,10}|(?:~|\/[^#$\s]{0,512}) )[#$] (.*)$/;
/** dash says nothing but this, which a comment in a file can look like: only looked for where `sh` is the main process. */
const barePrompt = /^[#$] (.*)$/;

/**
 * What was typed at a shell's prompt, from the session of a container with a terminal, control sequences already taken out. It proves that
 * these lines stood behind something that looks like a prompt: neither that the command succeeded, nor that nobody printed such a line.
 */
export function typedLines(session: string, mainProcess: string | undefined): string[] {
  const isDash = /(^|\/)(sh|dash|ash)$/.test(mainProcess ?? '');
  return session.split('\n').flatMap((line) => {
    if (line.length > maxLine) return [];
    const typed = (prompt.exec(line) ?? (isDash ? barePrompt.exec(line) : null))?.[1]?.trim() ?? '';
    return typed === '' ? [] : [typed];
  });
}

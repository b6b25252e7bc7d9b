import { isPatternText, parsePattern } from '../../../text/pattern';

/**
 * Whether a command line is that of the process asked for. A pattern is looked for anywhere. A text has to stand there as whole words:
 * `nginx` is found in `nginx: master process` and `/usr/sbin/nginx -g …`, not in `tail -f nginx.log`; `python` is not found in `python3`.
 * Of a command line that is `cut` only what cannot change with the rest is found.
 */
export function isProcess(wanted: string, command: string, cut = false): boolean {
  if (isPatternText(wanted)) {
    const pattern = parsePattern(wanted);
    return pattern.ok && (cut ? pattern.value.testBeginning(command) : pattern.value.test(command));
  }
  for (let at = command.indexOf(wanted); at >= 0 && wanted !== ''; at = command.indexOf(wanted, at + 1)) {
    const before = command.charAt(at - 1);
    const after = command.charAt(at + wanted.length);
    // A login shell has a dash in front (`-bash`).
    const starts = before === '' || /[\s/]/.test(before) || (before === '-' && at === 1);
    if (starts && ((after === '' && !cut) || /[\s:]/.test(after))) return true;
  }
  return false;
}

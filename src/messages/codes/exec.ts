/** What `exec` checks say; `command` is the command line. */
export interface ExecMessages {
  'exec.never-ends': { readonly command: string; readonly container: string; readonly seconds: number };
  'exec.not-found': { readonly program: string; readonly container: string };
  'exec.not-executable': { readonly program: string; readonly container: string };
  'exec.no-such-user': { readonly user: string; readonly container: string };
  'exec.no-such-folder': { readonly folder: string; readonly container: string };
  'exec.exit-code': { readonly command: string; readonly code: number; readonly output: string };
  'exec.output-differs': { readonly command: string; readonly output: string };
  /** What was expected on one stream is on the other. */
  'exec.other-stream': { readonly command: string; readonly expected: 'stdout' | 'stderr' };
}

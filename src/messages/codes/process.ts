/** What `process` checks say. `process` is what was looked for, `container` where. */
export interface ProcessMessages {
  'process.absent': {
    readonly process: string;
    readonly container: string;
    readonly running: readonly string[];
  };
  /** It has ended, and nobody has fetched its exit code. */
  'process.zombie': { readonly process: string; readonly container: string };
  'process.not-installed': { readonly process: string; readonly container: string; readonly package: string };
  'process.installed-not-started': {
    readonly process: string;
    readonly container: string;
    readonly program: string;
  };
  /** Whatever was started by hand went with the restart. */
  'process.container-restarted': {
    readonly process: string;
    readonly container: string;
    readonly main: string;
  };
  'process.only-main': { readonly process: string; readonly container: string; readonly main: string };
  /** Another program for the same job, or one of a similar name. */
  'process.other-program': { readonly process: string; readonly container: string; readonly found: string };
  'process.count': { readonly process: string; readonly container: string; readonly count: number };
  'process.other-user': { readonly process: string; readonly users: readonly string[] };
}

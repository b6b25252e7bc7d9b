/** What a container's state says of how it was started or how it ended. */
export interface ContainerStates {
  /** `docker run ubuntu -p 80:80`: what stands after the image is the command. */
  'container.options-after-image': { readonly name: string; readonly options: string };
  /** A first attempt keeps the name, the good one is called `other`. */
  'container.name-kept-by-attempt': { readonly name: string; readonly other: string };
  'container.never-started': { readonly name: string };
  'container.port-taken': { readonly name: string; readonly port: string; readonly holder: string };
  'container.port-taken-on-host': { readonly name: string; readonly port: string };
  'container.program-not-found': { readonly name: string; readonly program: string };
  'container.program-not-executable': { readonly name: string; readonly program: string };
  'container.start-failed': { readonly name: string; readonly error: string };
  /** `exit` or Ctrl-D in the shell that is its main process. */
  'container.left-shell': { readonly name: string };
  /** A shell without a terminal ends at once. */
  'container.shell-without-terminal': { readonly name: string; readonly program: string };
  'container.stopped': { readonly name: string };
  'container.killed': { readonly name: string };
  /** The terminal in which `docker run` ran was closed. */
  'container.hung-up': { readonly name: string };
  /** Exit code 137 or 143, and no record of why. */
  'container.ended-by-signal': { readonly name: string; readonly code: number };
  'container.engine-restarted': { readonly name: string };
  'container.interrupted': { readonly name: string };
  'container.out-of-memory': { readonly name: string; readonly limit?: string };
  'container.finished': { readonly name: string; readonly program: string };
  'container.exited-with': { readonly name: string; readonly program: string; readonly code: number };
  'container.paused': { readonly name: string };
  'container.crash-looping': { readonly name: string; readonly code: number; readonly restarts: number };
  'container.dead': { readonly name: string };
  'container.removing': { readonly name: string };
  'container.still-running': { readonly name: string };
  /** It should be paused; one that does not run has to be started first. */
  'container.not-paused': { readonly name: string; readonly runs: boolean };
  /** It should be stopped. */
  'container.paused-not-stopped': { readonly name: string };
  /** It should only have been created. */
  'container.was-started': { readonly name: string };
  'container.health-starting': { readonly name: string };
  'container.unhealthy': { readonly name: string; readonly output: string };
  'container.no-health-check': { readonly name: string };
}

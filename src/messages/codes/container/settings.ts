/** How an image came to have a name that is a registry's. */
export type BorrowedBy = 'tag' | 'build' | 'commit' | 'import' | 'unknown';

/** Image, terminal and other settings that a container was created with. */
export interface ContainerSettings {
  'container.other-tag': { readonly expected: string; readonly seen: string };
  'container.other-image': { readonly expected: string; readonly seen: string };
  'container.other-registry': { readonly expected: string; readonly seen: string };
  /** The student's own image (`docker build`, `docker commit`). */
  'container.own-image': { readonly expected: string; readonly seen: string };
  /** Another image under the right name; `original`: another name of it. */
  'container.borrowed-image': {
    readonly expected: string;
    readonly how: BorrowedBy;
    readonly original?: string;
  };
  'container.image-gone': { readonly expected: string };
  'container.no-terminal': { readonly name: string };
  'container.no-tty': { readonly name: string };
  'container.no-stdin': { readonly name: string };
  'container.other-command': { readonly expected: string; readonly seen: string };
  'container.default-command': { readonly expected: string };
  'container.other-main-process': { readonly expected: string; readonly seen: string };
  /** A shell was asked for, and another program is the main process. */
  'container.no-shell': { readonly name: string; readonly program: string };
  'container.privileged': { readonly name: string };
  'container.runs-as-root': { readonly expected: string };
  'container.no-memory-limit': { readonly expected: string };
  'container.no-cpu-limit': { readonly expected: string };
  'container.no-restart-policy': { readonly expected: string };
  'container.env-missing': { readonly names: readonly string[] };
  'container.env-differs': { readonly names: readonly string[] };
  'container.mount-missing': { readonly path: string };
  'container.mount-elsewhere': { readonly path: string; readonly seen: string; readonly source: string };
  /** A volume that Docker named by itself. */
  'container.anonymous-volume': { readonly path: string; readonly expected: string };
  'container.other-volume': { readonly path: string; readonly expected: string; readonly seen: string };
  /** `host`, `none` and another container's network are chosen at creation, and exclude all others. */
  'container.other-network-mode': {
    readonly name: string;
    readonly network: string;
    readonly seen: readonly string[];
  };
  'container.not-on-network': {
    readonly name: string;
    readonly network: string;
    readonly seen: readonly string[];
  };
}

/** What `file` checks say; `name` is the container's. */
export interface FileMessages {
  'file.absent': { readonly path: string; readonly name: string };
  /** A symbolic link that leads nowhere. */
  'file.dangling': { readonly path: string; readonly target: string };
  'file.is-directory': { readonly path: string };
  'file.is-file': { readonly path: string };
  'file.empty': { readonly path: string };
  'file.binary': { readonly path: string };
  /** Lines end as on Windows; without that the content would be right. */
  'file.windows-lines': { readonly path: string };
  'file.not-executable': { readonly path: string; readonly mode: string };
  'file.other-mode': { readonly path: string; readonly mode: string };
  'file.other-owner': { readonly path: string; readonly owner: string };
}

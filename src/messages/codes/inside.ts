/** What is said of a container that another kind of check looks into. */
export interface InsideMessages {
  'inside.not-running': { readonly name: string; readonly state: string };
}

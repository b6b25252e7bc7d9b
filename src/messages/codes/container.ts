/** What `container` checks say. `name` is the name asked for. */
export interface ContainerMessages {
  'container.absent': { readonly name: string };
}

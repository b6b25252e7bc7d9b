/**
 * One thing that a student does. `host`: a line typed on the host; `enters` names the container whose console it leads into. `inside`: lines
 * typed one after another at that container's console, the later ones to the program that the first starts. `answer`: what has to
 * stand in the answers file, the attribute of the resource that `sameAs` names.
 */
export type Step =
  | { readonly at: 'host'; readonly type: string; readonly enters?: string }
  | { readonly at: 'inside'; readonly container: string; readonly type: readonly string[] }
  | { readonly at: 'answer'; readonly question: string; readonly sameAs: string };

/**
 * What a remedy comes to. `create`: the container is not there; `recreate`: something of it can only be chosen when it is created, or has happened to
 * it; `rename`, `start`, `unpause`: it is mended as it is; `free`: a program of the host holds its port, which is for a person to end; `do`: what the check itself asks for.
 */
export type Way = 'create' | 'free' | 'recreate' | 'rename' | 'start' | 'unpause' | 'do';

/** A container that seems to be the one that is meant, and that another name would not make right: `keys` are those of what only a new one can have. */
export interface Unfit {
  readonly name: string;
  readonly keys: readonly string[];
}

/** What to do about one check, planned from all that is known of the host, not from the first thing that is amiss. */
export interface Remedy {
  readonly way: Way;
  readonly steps: readonly Step[];
  /** Ids of checks that hold now, do not afterwards, and have to be done again: what a new container costs. In the lab's order. */
  readonly again: readonly string[];
  /** What does them again, in that order. */
  readonly redo: readonly Step[];
  /** Ids of failed checks of the same container that this does not mend, and only a new one would. */
  readonly beyond: readonly string[];
  readonly unfit?: Unfit;
}

/** By the check's id. A check without a remedy has none that can be told for certain. */
export type Remedies = ReadonlyMap<string, Remedy>;

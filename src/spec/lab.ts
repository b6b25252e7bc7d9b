import type { Json } from '../text/json';
import type { Language, Localized } from '../text/language';

/** Where something stands in the lab's file; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** How much a message gives away: what is wrong; also what to try; also the command to type. */
export type Reveal = 'nothing' | 'hint' | 'command';

/** A part of the network: `apt` is the package archives of Debian and Ubuntu. */
export type NetworkUse = 'apt';

/** A validated lab. All that is optional in YAML has its default filled in here. */
export interface Lab {
  readonly id: string;
  readonly lang: Language;
  readonly title: Localized;
  /** The mark is out of this; the points of the tasks that are no bonus add up to it. */
  readonly scale: number;
  /** The mark from which the lab is passed. */
  readonly pass: number;
  readonly reveal: Reveal;
  /** Digests (`sha256:…`) that the course knows to be good, by image reference as written. */
  readonly digests: Readonly<Record<string, readonly string[]>>;
  /** Mirrors of Docker Hub whose word counts as its own; absent: any that the engine is configured with. */
  readonly mirrors?: readonly string[];
  /** Images that students get from a registry; a clean room has them ready for this lab's sessions. */
  readonly images: readonly string[];
  /** What a clean room lets this lab's sessions reach besides the registry's mirror. */
  readonly network: readonly NetworkUse[];
  readonly tasks: readonly Task[];
  /** `sha256:…` of the file's bytes. */
  readonly hash: string;
  /** The file's path, as shown to people. */
  readonly file: string;
}

export interface Task {
  readonly id: string;
  readonly title: Localized;
  /** The part of the course that teaches this. */
  readonly course?: Localized;
  /** Ids of tasks that have to pass before this one is looked at. */
  readonly needs: readonly string[];
  readonly points: number;
  readonly bonus: boolean;
  readonly excused?: Localized;
  readonly checks: readonly Check[];
  readonly at: Position;
}

/** One statement about the host: a kind, the resource that it names, and assertions on that resource. */
export interface Check {
  /** `<task>.<n>`, n from 1, or the author's own `id`. */
  readonly id: string;
  readonly kind: string;
  /** The value of the first key: which resource. */
  readonly subject: Json;
  /** The other keys that are the kind's own, parameters and assertions, in the author's order. */
  readonly keys: Readonly<Record<string, Json>>;
  readonly title?: Localized;
  readonly hint?: Localized;
  readonly weight: number;
  readonly partial: boolean;
  /** Milliseconds during which the host may still become right. */
  readonly within?: number;
  /** The student sees the outcome, not what was expected. */
  readonly hidden: boolean;
  readonly excused?: Localized;
  readonly reveal?: Reveal;
  readonly at: Position;
  /** Where each key of `keys` stands. */
  readonly positions: Readonly<Record<string, Position>>;
}

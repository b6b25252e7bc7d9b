/**
 * Faults of asking an image's registry, which the engine does for us. `name` is the name asked for, such as `docker.io/library/ubuntu:latest`.
 * That a registry does not serve a name or a digest is no fault but an answer.
 */
export interface RegistryFaults {
  /** No answer from the registry. Remedy: connect the engine's machine to the Internet and grade again; or the lab gives `digests:`. */
  'registry.unreachable': { name: string; detail: string };
  /** The registry has had too many requests from this address. Remedy: grade again later, or `docker login`. */
  'registry.rate-limited': { name: string; detail: string };
  /**
   * The registry shows this repository only to who has logged in, or has no such repository: it does not tell these apart.
   * Remedy: the lab gives `digests:`, or uses a public image.
   */
  'registry.denied': { name: string; detail: string };
  /** The engine asks a mirror in the registry's place, and the lab does not count that one. Remedy: the engine's configuration, or the lab's `mirrors:`. */
  'registry.other-mirror': { name: string; mirrors: readonly string[] };
  /** The registry answered with an error of its own. Remedy: grade again later. */
  'registry.failed': { name: string; status: number; detail: string };
}

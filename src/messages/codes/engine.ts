/** What `engine` checks say. */
export interface EngineMessages {
  'engine.other-flavour': { readonly wanted: string; readonly flavour: string; readonly version: string };
  'engine.other-version': { readonly what: 'engine' | 'api'; readonly wanted: string; readonly seen: string };
  'engine.other-platform': { readonly wanted: string; readonly seen: string };
  /** It should not be rootless. */
  'engine.rootless': Readonly<Record<string, never>>;
  /** It should be rootless. */
  'engine.as-root': Readonly<Record<string, never>>;
}

import type { EngineFaults } from './fault-engine';
import type { EventFaults } from './fault-events';
import type { ImageFaults } from './fault-image';
import type { ReadingFaults } from './fault-reading';
import type { RegistryFaults } from './fault-registry';

/**
 * Every code with the type of its `args`. To add a family of codes, write one more interface in a file of its own and
 * extend it here; the catalogues of texts do not compile until each code has its text.
 */
export interface FaultArgs extends EngineFaults, EventFaults, ImageFaults, ReadingFaults, RegistryFaults {}
export type FaultCode = keyof FaultArgs;
export type FaultOf<C extends FaultCode> = {
  [K in C]: { readonly code: K; readonly args: Readonly<FaultArgs[K]> };
}[C];

/**
 * Why something could not be found out: never the student's doing, so it costs no points and makes the grade incomplete.
 * Plain JSON, discriminated on `code`; what to say about it is in the catalogues.
 */
export type Fault = FaultOf<FaultCode>;

/** Characters that are kept of any text in `args`: engines and pages may answer with anything of any length. */
export const faultTextCap = 500;

/** Makes a fault; the only way to make one, since it caps every text in `args` to `faultTextCap`. */
export function fault<C extends FaultCode>(code: C, args: Readonly<FaultArgs[C]>): FaultOf<C> {
  // Capping keeps the shape, and TypeScript cannot follow a generic key through a mapped union.
  return { code, args: capped(args) } as unknown as FaultOf<C>;
}

function capped(value: unknown): unknown {
  if (typeof value === 'string')
    return value.length <= faultTextCap ? value : `${value.slice(0, faultTextCap - 1)}…`;
  if (Array.isArray(value)) return value.map(capped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, capped(inner)]));
}

import type { Schema } from './schema';

/** A schema of values of type `T`, which is what the compiler knows of it. */
export interface Shape<T> {
  readonly schema: Schema;
  readonly values?: T;
}
export const shapeOf = <T>(schema: Schema): Shape<T> => ({ schema });

export interface HistoryRow {
  readonly CreatedBy: string;
  readonly Comment: string;
  readonly Tags: readonly string[] | null;
}
export interface TopAnswer {
  readonly Titles: readonly string[];
  readonly Processes: readonly (readonly string[])[] | null;
}
export interface VersionAnswer {
  readonly Version: string;
  readonly ApiVersion: string;
  readonly MinAPIVersion?: string;
  readonly Os: string;
  readonly Arch: string;
  readonly KernelVersion?: string;
}
export interface InfoAnswer {
  readonly ID: string;
  readonly Name: string;
  readonly Driver: string;
  readonly DriverStatus: readonly (readonly string[])[] | null;
  readonly OperatingSystem?: string;
  readonly CgroupVersion?: string;
  readonly SecurityOptions?: readonly string[] | null;
  readonly Rootless?: boolean;
  readonly RegistryConfig?: {
    readonly Mirrors?: readonly string[] | null;
    readonly IndexConfigs?: Readonly<
      Record<string, { readonly Mirrors?: readonly string[] | null } | null>
    > | null;
  } | null;
}
export interface EventAnswer {
  readonly Type: string;
  readonly Action: string;
  readonly Actor: { readonly ID: string; readonly Attributes?: Readonly<Record<string, string>> | null };
  readonly time: number;
  readonly timeNano: number;
}
export interface PathStatAnswer {
  readonly name: string;
  readonly size: number;
  readonly mode: number;
  readonly linkTarget?: string;
}

export interface ExecState {
  readonly ID?: string;
  readonly Running: boolean;
  readonly ExitCode: number | null;
}
export interface DistributionAnswer {
  readonly Descriptor: { readonly digest: string };
}

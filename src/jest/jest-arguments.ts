import type { Config } from '@jest/types';
import { dirname, join } from 'node:path';

export interface JestPlan {
  /** Absolute paths of the grader files. */
  readonly files: readonly string[];
  readonly testNamePattern?: string;
  /** Where the built environment, runner and transformer are. */
  readonly modules: string;
  readonly cacheDirectory: string;
}

/** After this a test of a grader has crashed: nothing in it should take long, the host has been looked at before. */
export const testDeadlineMs = 5000;

/**
 * What Jest is called with. All is given inline and each setting either keeps Jest quiet or saves time; the numbers are in
 * docs/decisions/0002-jest-in-process.md.
 */
export function jestArguments({ files, testNamePattern, modules, cacheDirectory }: JestPlan): Config.Argv {
  const folders = [...new Set(files.map((file) => dirname(file)))];
  const config: Config.InitialOptions = {
    rootDir: folders[0] ?? modules,
    roots: folders,
    cacheDirectory,
    runner: join(modules, 'runner.js'),
    testEnvironment: join(modules, 'environment.js'),
    transform: { '\\.[cm]?ts$': join(modules, 'transform.js') },
    // The package may be installed below node_modules, and its graders with it.
    transformIgnorePatterns: [],
    testPathIgnorePatterns: [],
    testRegex: ['\\.grader\\.[cm]?[jt]s$'],
    haste: { forceNodeFilesystemAPI: true },
    reporters: [],
    testTimeout: testDeadlineMs,
    coverageProvider: 'v8',
  };
  return {
    $0: 'vigie',
    _: [...files],
    config: JSON.stringify(config),
    runTestsByPath: true,
    runInBand: true,
    watchman: false,
    ci: true,
    ...(testNamePattern !== undefined && { testNamePattern }),
  };
}

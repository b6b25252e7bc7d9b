/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Tests of the project itself, one Jest project per tier; each tier says what it needs. */
const tier = (name: string) => ({
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  ...((name === 'property' || name === 'contract') && {
    setupFiles: ['<rootDir>/test/support/fixed-seed.ts'],
  }),
  ...(name === 'engine' && { globalSetup: '<rootDir>/test/support/prepare-machine.ts' }),
  ...(name === 'e2e' && { globalSetup: '<rootDir>/test/support/prepare-tmux.ts' }),
  ...(name === 'browser' && { globalSetup: '<rootDir>/test/support/prepare-browser.ts' }),
});

/**
 * Grades with plain Jest: `npm run build && npx jest --selectProjects grade`. Jest resolves the modules of all projects before it selects,
 * so that without a build this one must not be there.
 */
const built = join(__dirname, 'dist/jest');
const grade = {
  displayName: 'grade',
  roots: ['<rootDir>/graders'],
  testRegex: ['\\.grader\\.[cm]?[jt]s$'],
  runner: join(built, 'runner.js'),
  testEnvironment: join(built, 'environment.js'),
  transform: { '\\.[cm]?ts$': join(built, 'transform.js') },
};

const tiers = ['unit', 'property', 'contract', 'browser', 'engine', 'e2e'].map(tier);
const config: Config = {
  projects: existsSync(grade.runner) ? [...tiers, grade] : tiers,
};

export default config;

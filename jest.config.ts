/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

/** Tests of the project itself, one Jest project per tier; each tier says what it needs. */
const tier = (name: string) => ({
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }] },
});

const config: Config = {
  projects: ['unit', 'property', 'contract', 'engine', 'e2e'].map(tier) as Config['projects'] & object[],
};

export default config;

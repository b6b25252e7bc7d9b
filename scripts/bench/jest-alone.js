/**
 * Jest in this process on a file with one empty test, as anybody would call it first: no worker, all else by default, `babel` or `plain`.
 * Its only other setting keeps it from taking this project's configuration.
 */
const { join } = require('node:path');
const { runCLI } = require('@jest/core');

const config = {
  rootDir: join(__dirname, 'empty'),
  ...(process.argv[2] === 'plain' && { transform: {}, reporters: [] }),
};
void runCLI({ _: [], $0: 'jest', config: JSON.stringify(config), runInBand: true }, [config.rootDir]).then(
  ({ results }) => {
    process.exitCode = results.numPassedTests === 1 ? 0 : 1;
  },
);

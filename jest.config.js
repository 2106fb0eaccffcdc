/** The suite of `npm test`: real PostgreSQL, a database per test file, in parallel. */
export const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
  },
  // Not in the system's /tmp: a run leaves nothing outside the project.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  globalSetup: './test/support/globalSetup.ts',
  globalTeardown: './test/support/globalTeardown.ts',
  testTimeout: 180_000,
  // A test that waits for what never comes has failed; it must not keep the process.
  forceExit: true,
};

export default {
  ...common,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // The tests wait for PostgreSQL and for other processes more than they work.
  maxWorkers: '100%',
};

import { common } from './jest.config.js';

/** The suite of `npm run test:slow`: start conditions, kills, long walks. One file at a time: they compete for the machine. */
export default {
  ...common,
  testMatch: ['<rootDir>/test/**/*.slow.ts'],
  maxWorkers: 1,
  testTimeout: 300_000,
};

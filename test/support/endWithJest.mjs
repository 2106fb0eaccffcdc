/**
 * Preloaded by the test scripts: jest ends with npm, and its workers end with jest, also in the middle of a test. Libraries run
 * as they do under `npm start`, where they check themselves less.
 */
import process from 'node:process';
import { endWithNpm } from '../../src/endWithNpm.mjs';

endWithNpm();
// jest would set "test", with which graphql checks every value of the resolvers once more.
process.env.NODE_ENV ??= 'production';
process.on('disconnect', () => process.exit(1));

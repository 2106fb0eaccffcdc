/** Preloaded by the test scripts: jest ends with npm, and its workers end with jest, also in the middle of a test. */
import process from 'node:process';
import { endWithNpm } from '../../src/endWithNpm.mjs';

endWithNpm();
process.on('disconnect', () => process.exit(1));

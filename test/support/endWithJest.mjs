/** Preloaded by the test scripts: jest's workers end when jest is killed, also in the middle of a test. */
import process from 'node:process';

process.on('disconnect', () => process.exit(1));

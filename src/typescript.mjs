/** Preloaded by the scripts (node --import): lets Node 20 run TypeScript, without tsx's cache in the system's /tmp. */
import process from 'node:process';

// tsx has no other way to be told.
// eslint-disable-next-line no-restricted-properties
process.env.TSX_DISABLE_CACHE = '1';
await import('tsx');

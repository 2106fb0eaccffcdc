// `npm run check`: everything that needs no database, each part named, all of them run even when one fails.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ignoreClosedOutput } from '../src/closedOutput.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string, ...args: string[]) => [`node_modules/.bin/${name}`, ...args];
const parts: Record<string, string[]> = {
  'generated files': [process.execPath, '--import', './src/typescript.mjs', 'prisma/generate.ts', '--check'],
  formatting: bin('prettier', '--check', '--log-level', 'warn', '.'),
  types: bin('tsc', '-p', '.'),
  lint: bin('eslint', '.', '--max-warnings', '0'),
  'unused code': bin('knip', '--no-progress'),
  'supply chain': [process.execPath, '--import', './src/typescript.mjs', '.ci/supplyChain.ts'],
  'case files': [process.execPath, '--import', './src/typescript.mjs', 'seed/index.ts', '--check'],
  agreement: [process.execPath, '--import', './src/typescript.mjs', 'seed/agreement.ts', '--check'],
};

ignoreClosedOutput();
const failed = Object.entries(parts).filter(([name, [command = '', ...args]]) => {
  const started = Date.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return status !== 0;
});
if (failed.length) process.exitCode = 1;

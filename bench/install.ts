/** What only the benchmark needs is a package of its own, installed when it is first run. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Failure } from '../src/failure.ts';
import { type Progress } from '../src/progress.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** @throws Failure when npm cannot install it. */
export function installOnce(progress: Progress): void {
  if (existsSync(`${folder}/node_modules/.package-lock.json`)) return;
  progress.update('Installing what only the benchmark needs (npm ci --prefix bench) …');
  const args = ['ci', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel', 'error'];
  const { status } = spawnSync('npm', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Failure('npm ci --prefix bench failed: see above');
}

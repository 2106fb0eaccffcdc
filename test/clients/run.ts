import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Where each command runs. */
export const folder = fileURLToPath(new URL('.', import.meta.url)).replace(/[/\\]$/, '');

/** Runs a command in this folder, with the URL of the API in CASEBOOK_URL. Its output is kept, in the order of writing. */
export function run([program = '', ...args]: readonly string[], url: string): Promise<{ ok: boolean; output: string }> {
  const { PATH, HOME } = process.env;
  // Clients check their use of themselves only in development.
  const env = { PATH, HOME, CASEBOOK_URL: url, NODE_ENV: 'development', PYTHONDONTWRITEBYTECODE: '1' };
  const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

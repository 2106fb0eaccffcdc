/** `npm run clients`: runs the GraphQL clients of docs/clients.md against the server, each with the code that is shown there. */
import { mkdirSync, rmSync } from 'node:fs';
import { Command } from 'commander';
import { installOnce } from '../../.ci/installOnce.ts';
import { parseCommandLine, runProgram } from '../../seed/program.ts';
import { startApi } from '../../src/api.ts';
import { readConfig } from '../../src/config.ts';
import { Failure } from '../../src/failure.ts';
import { createProgress } from '../../src/progress.ts';
import { asReader, createDatabase, currentRun } from '../support/databases.ts';
import globalSetup from '../support/globalSetup.ts';
import globalTeardown from '../support/globalTeardown.ts';
import { type Client, clients } from './clients.ts';
import { folder, run } from './run.ts';

const program = new Command('npm run clients --')
  .description('Runs GraphQL clients against the server, on the cases of the project. The first time it installs them.')
  .argument('[names...]', 'only clients whose name contains one of these');

await runProgram(async () => {
  parseCommandLine(program);
  const progress = createProgress(process.stderr);
  installOnce('test/clients', (text) => progress.update(text));
  const names = program.args.map((name) => name.toLowerCase());
  const chosen = clients.filter(({ name }) => !names.length || names.some((part) => name.toLowerCase().includes(part)));
  if (!chosen.length) throw new Failure(`There are ${clients.map(({ name }) => name).join(', ')}`);
  progress.update('Starting the server …');
  await globalSetup();
  try {
    const url = asReader(await createDatabase(currentRun(), 'cases'));
    // Clients that are tested one after another have no budget to share.
    await using server = await startApi(readConfig({ PORT: '0', LOG_LEVEL: 'error', RATE_LIMIT_POINTS: '0' }), url);
    progress.done();
    rmSync(`${folder}/generated`, { recursive: true, force: true });
    mkdirSync(`${folder}/generated/relay`, { recursive: true });
    for (const client of chosen) await report(client, server.url);
  } finally {
    await globalTeardown();
  }
});

/** Prints one line, and what the client said where it failed. */
async function report(client: Client, url: string): Promise<void> {
  const started = performance.now();
  const missing = client.needs && !(await run(client.needs, url)).ok;
  let failure: string | undefined;
  for (const command of missing ? [] : client.commands) {
    const { ok, output } = await run(command, url);
    if (!ok) failure ??= `${command.join(' ')}\n${output}`;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const result = missing ? `skipped: ${client.needs?.join(' ')} fails` : `${seconds} s`;
  console.log(`${failure === undefined ? 'ok    ' : 'FAILED'} ${client.name} (${result})`);
  if (failure === undefined) return;
  console.log(failure);
  process.exitCode = 1;
}

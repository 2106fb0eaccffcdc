/** Where the time of the server goes: a sampling profile of one operation under load, told by whose code it is. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Generator } from './load/load.ts';
import { startCasebook } from './servers.ts';
import { type Variables } from './variables.ts';

/** Shares of the time in which the server did something, the largest first. */
export type Profile = [owner: string, share: number][];

/** Of V8's format: https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-Profile */
interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
  samples: number[];
  /** Microseconds before each sample. */
  timeDeltas: number[];
}

const seconds = { warmUp: 3, measured: 6 };
const clients = 16;

/** Profiles `point`, which has the least SQL and so the most of all else. */
export async function profilePoint(url: string, sets: readonly Variables[], generator: Generator): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'casebook-profile-'));
  try {
    {
      const args = ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=250'];
      await using server = await startCasebook({ DATABASE_URL: url }, args);
      const questions = sets.map((variables) => server.ask('point', variables));
      const job = { url: questions[0]?.url ?? '', bodies: questions.map(({ body }) => body), connections: clients };
      await generator.run({ ...job, seconds: seconds.warmUp });
      await generator.run({ ...job, seconds: seconds.measured });
    }
    // Of the main thread: the one that reads TypeScript has a profile of its own.
    const file = (await readdir(folder)).find((name) => /\.0\.\d+\.cpuprofile$/.test(name)) ?? '';
    return sharesOf(JSON.parse(await readFile(join(folder, file), 'utf8')) as CpuProfile);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The last seconds of a profile, before the server was told to stop. */
function sharesOf({ nodes, samples, timeDeltas }: CpuProfile): Profile {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const owners = new Map(nodes.map(({ id }) => [id, ownerOf(id)]));
  const shares = new Map<string, number>();
  let left = seconds.measured * 1e6;
  let total = 0;
  for (let index = samples.length - 1; index >= 0 && left > 0; index -= 1) {
    const time = timeDeltas[index] ?? 0;
    left -= time;
    const owner = owners.get(samples[index] ?? 0);
    if (owner === undefined) continue;
    total += time;
    shares.set(owner, (shares.get(owner) ?? 0) + time);
  }
  return [...shares].map(([owner, time]): [string, number] => [owner, time / total]).sort(([, a], [, b]) => b - a);

  function ownerOf(id: number): string | undefined {
    const { functionName } = byId.get(id)?.callFrame ?? { functionName: '' };
    if (functionName === '(idle)') return undefined;
    if (functionName === '(garbage collector)') return 'garbage collection';
    if (/^write(v|Buffer|\w+String)$/.test(functionName)) return 'sending to PostgreSQL and to clients (system calls)';
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const owner = codeOf(byId.get(at)?.callFrame.url ?? '');
      if (owner !== undefined) return owner;
    }
    return 'Node.js: HTTP, sockets, promises';
  }
}

/** Packages that come with another. */
const families: [RegExp, string][] = [
  [/^(@apollo\/|whatwg-mimetype)/, 'Apollo Server'],
  [/^pg/, 'pg'],
  [/^(pino|sonic-boom|safe-stable-stringify|quick-format)/, 'pino'],
];

function codeOf(url: string): string | undefined {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  if (name !== undefined) return families.find(([pattern]) => pattern.test(name))?.[1] ?? name;
  const [, folder] = /\/src\/(\w+)\//.exec(url) ?? [];
  return folder && `Casebook: src/${folder}`;
}

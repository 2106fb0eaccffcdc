import { readFileSync, readdirSync, mkdtempSync } from 'node:fs';
import { startCasebook } from './servers.ts';
import { startGenerator } from './load/load.ts';
const prof = process.argv[2] === 'prof';
const folder = mkdtempSync('/tmp/prof-');
const cpu = (pid: number) => { const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' '); return (Number(f[11]) + Number(f[12])) * 10; };
await (async () => {
  await using server = await startCasebook({ DATA_FOLDER: '/tmp/profdata', ...(process.argv[3] ? JSON.parse(process.argv[3]) : {}) }, process.env.DEOPT ? ['--trace-deopt'] : prof ? ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=200'] : []);
  await using generator = await startGenerator();
  const q = server.ask('point', { slug: 'villepinte-bomb-plot' } as never);
  const job = { url: q.url, bodies: [q.body], connections: 16 };
  await generator.run({ ...job, seconds: Number(process.env["WARM"] ?? 4) } as never);
  if (process.argv[2] === 'strace') {
    const { spawnSync, spawn } = await import('node:child_process');
    const p = spawn('strace', ['-c', '-f', '-p', String(server.pid), '-o', '/tmp/strace.out']);
    await new Promise((r) => setTimeout(r, 1000));
    const r = await generator.run({ ...job, seconds: 3 } as never);
    console.log('requests', r.requests);
    p.kill('SIGINT'); await new Promise((r) => setTimeout(r, 500));
    console.log(readFileSync('/tmp/strace.out', 'utf8').split('\n').slice(0, 25).join('\n'));
    return;
  }
  if (process.argv[2] === 'perf') {
    const { spawn } = await import('node:child_process');
    const p = spawn('perf', ['record', '-F', '2999', '-e', 'cpu-clock', '-g', '-p', String(server.pid), '-o', '/tmp/perf.data']);
    await new Promise((r) => setTimeout(r, 300));
    const r = await generator.run({ ...job, seconds: 3 } as never);
    console.log('requests', r.requests);
    p.kill('SIGINT'); await new Promise((r) => setTimeout(r, 500));
    
    return;
  }
  for (let i = 0; i < 4; i++) {
    const b = cpu(server.pid);
    const r = await generator.run({ ...job, seconds: 3 } as never);
    console.log(JSON.stringify({ rps: r.requests / r.seconds, cpuUs: (cpu(server.pid) - b) * 1000 / r.requests }));
  }
})();
if (prof) {
  const file = readdirSync(folder).find((n) => /\.0\.\d+\.cpuprofile$/.test(n))!;
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
  const self = new Map<string, number>(); let total = 0; let left = 10e6;
  const byId = new Map(nodes.map((n: any) => [n.id, n]));
  const parent = new Map(nodes.flatMap((n: any) => (n.children ?? []).map((c: number) => [c, n.id])));
  const incl = new Map<string, number>();
  const nameOf = (n: any) => `${n.callFrame.functionName || '(anon)'} ${n.callFrame.url.replace(/.*node_modules\//, '').replace(/.*\/work\/[^/]*\//, '')}:${n.callFrame.lineNumber + 1}`;
  for (let i = samples.length - 1; i >= 0 && left > 0; i--) { const t = timeDeltas[i]; left -= t; let n: any = byId.get(samples[i]); if (['(idle)', '(program)'].includes(n.callFrame.functionName) && n.callFrame.functionName === '(idle)') continue; total += t; self.set(nameOf(n), (self.get(nameOf(n)) ?? 0) + t);
    const seen = new Set(); for (let id: any = n.id; id !== undefined; id = parent.get(id)) { const k = nameOf(byId.get(id)); if (!seen.has(k)) { seen.add(k); incl.set(k, (incl.get(k) ?? 0) + t); } } }
  for (const [title, m] of [['SELF', self], ['INCL', incl]] as const) { console.log(title); for (const [k, v] of [...m].sort((a, b) => b[1] - a[1]).slice(0, 60)) console.log((100 * v / total).toFixed(1), k); }
}

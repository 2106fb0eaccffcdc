// `npm run audit`: known vulnerabilities in what users install. It asks npm's registry, so it is no part of `npm run check`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ignoreClosedOutput } from '../src/closedOutput.ts';

interface Report {
  auditReportVersion?: number;
  vulnerabilities?: Record<string, { severity: string; range: string; fixAvailable: unknown }>;
  message?: string;
  error?: { summary?: string };
}

/** Not 1: nobody knows whether there are vulnerabilities. */
const unanswered = 2;

ignoreClosedOutput();
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const report = parse(stdout);
if (report.auditReportVersion === undefined) {
  const reason = report.error?.summary || report.message || 'no answer';
  console.error(
    `npm run audit: the registry was not able to say (${reason}): run it where the registry of npm can be reached`,
  );
  process.exitCode = unanswered;
} else {
  const found = Object.entries(report.vulnerabilities ?? {});
  for (const [name, { severity, range }] of found) console.error(`${name} ${range}: ${severity}`);
  console.log(
    `${found.length} packages with known vulnerabilities${found.length ? ': npm audit --omit=dev tells more' : ''}`,
  );
  if (found.length) process.exitCode = 1;
}

function parse(text: string | null): Report {
  try {
    return JSON.parse(text ?? '') as Report;
  } catch {
    return {};
  }
}

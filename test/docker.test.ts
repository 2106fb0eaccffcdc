import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectFolder } from '../src/config.ts';
import { majorVersion } from '../src/db/embedded/create.ts';

const read = (name: string) => readFileSync(join(projectFolder, name), 'utf8');

test('docker compose keeps the data of the PostgreSQL we embed in a named volume, and waits until it is healthy', () => {
  const { services, volumes } = parse(read('docker-compose.yml'));
  expect(services.database.image).toBe(`postgres:${majorVersion}`);
  expect(services.database.volumes).toEqual(['database:/var/lib/postgresql']);
  expect(volumes).toHaveProperty('database');
  expect(services.server.depends_on.database.condition).toBe('service_healthy');
  expect(services.server.environment.DATABASE_URL).toContain(
    `:${services.database.environment.POSTGRES_PASSWORD}@database:`,
  );
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

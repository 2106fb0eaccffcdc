// What `npm run migration` writes: Prisma's SQL for a changed schema.prisma, and what it cannot say.
import { describe, expect, test } from '@jest/globals';
import { execFile, type ExecFileException } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type MigrationSql } from '../../prisma/migrationSql.ts';
import { missingRules } from '../../prisma/tableRules.ts';
import { projectFolder } from '../../src/config.ts';
import { withClient } from '../../src/db/client.ts';
import { useDatabase } from '../support/database.ts';

const schema = readFileSync(join(projectFolder, 'prisma', 'schema.prisma'), 'utf8');

const node = (...program: string[]) => [process.execPath, ['--import', './src/typescript.mjs', ...program]] as const;
const options = { cwd: projectFolder };

/** What would be written for a database and a schema.prisma; the database is changed so. */
function migrationOf(url: string, text = schema): Promise<MigrationSql> {
  return new Promise((resolve, reject) => {
    const done = (error: ExecFileException | null, out: string) =>
      error ? reject(error) : resolve(JSON.parse(out) as MigrationSql);
    execFile(...node('test/db/printMigration.ts', url), options, done).stdin?.end(text);
  });
}

/** schema.prisma with more lines in a model. */
const withLines = (model: string, lines: string, text = schema) =>
  text.replace(`\nmodel ${model} {\n`, (start) => `${start}  ${lines}\n`);

const award = `
model Award {
  id            String         @id @db.Uuid
  slug          String         @unique
  dateEdtf      String?
  dateEarliest  DateTime?      @db.Date
  dateLatest    DateTime?      @db.Date
  datePrecision DatePrecision?
  dateQualified Boolean?
  dateVerbatim  String?
  dateSortAsc   Int            @default(dbgenerated())
  standing      Standing
  citations     Citation[]

  @@index([dateSortAsc, id])
}
`;

const withAward = withLines(
  'Citation',
  'awardId String? @db.Uuid\n  award Award? @relation(fields: [awardId], references: [id], onDelete: NoAction, onUpdate: NoAction)\n  @@index([awardId])',
  `${schema}${award}`,
);

describe('a new type', () => {
  const database = useDatabase('tables');

  test('has all that its table needs, and then there is nothing to do', async () => {
    const { sql, remarks } = await migrationOf(database.url, withAward);
    for (const part of [
      'CREATE TABLE "Award"',
      `"dateSortAsc" INTEGER NOT NULL GENERATED ALWAYS AS (COALESCE("dateEarliest" - DATE '2000-01-01', "dateLatest" - DATE '2000-01-01', 2147483647)) STORED`,
      'ALTER TABLE "Citation" ADD COLUMN     "awardId" UUID',
      'ADD CONSTRAINT "Award_slug_check"',
      'ADD CONSTRAINT "Award_standing_check"',
      'ADD CONSTRAINT "Award_date_whole_check"',
      'ALTER TABLE "Citation" ALTER CONSTRAINT "Citation_awardId_fkey" DEFERRABLE',
      'ALTER TABLE "Citation" DROP CONSTRAINT "Citation_subject_check", ADD CONSTRAINT "Citation_subject_check"',
      'GRANT SELECT ON "Award" TO casebook_reader',
    ])
      expect(sql).toContain(part);
    expect(remarks).toEqual([]);
    expect(await withClient(database.url, missingRules)).toEqual([]);
    expect(await migrationOf(database.url, withAward)).toEqual({ sql: '', remarks: [] });
  });
});

describe('what is there already', () => {
  const database = useDatabase('tables');

  test('an unchanged schema wants nothing, and keeps the order that join tables carry', async () => {
    expect(await migrationOf(database.url)).toEqual({ sql: '', remarks: [] });
  });

  test('a value of a vocabulary', async () => {
    const { sql } = await migrationOf(database.url, schema.replace('  WITHDRAWS\n', '  WITHDRAWS\n  SHRUGS\n'));
    expect(sql).toBe(`-- AlterEnum\nALTER TYPE "Stance" ADD VALUE 'SHRUGS';\n`);
  });
});

describe('what depends on the rows', () => {
  const database = useDatabase('tables');

  test('what loses data, or fails where there are rows, is remarked on', async () => {
    const changed = withLines('Item', 'colour String', schema.replace('  unit      String?\n', ''));
    expect((await migrationOf(database.url, changed)).remarks).toEqual([
      expect.stringMatching(/^data are lost: ALTER TABLE "Item" DROP COLUMN "unit"/),
      '"colour" is required and has no value in existing rows: add it without NOT NULL, UPDATE, then SET NOT NULL',
    ]);
  });
});

test('the command says that there is nothing to do, and writes nothing', async () => {
  const folder = join(projectFolder, 'prisma', 'migrations');
  const before = await readdir(folder);
  const { stdout } = await promisify(execFile)(...node('prisma/migration.ts', 'nothing_changed'), options);
  expect(stdout).toBe('Nothing to do: the migrations already make what schema.prisma says.\n');
  expect(await readdir(folder)).toEqual(before);
});

// Prisma's schema engine in WebAssembly: the same engine as the native one, which npm does not carry. For development and tests only.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type EventEmitter } from 'node:events';
import pg from 'pg';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type ColumnType } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';

// The part of WebAssembly's API that is used: @types/node does not declare it.
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    Module: new (bytes: Uint8Array) => object;
    Instance: new (module: object, imports: object) => { exports: object };
  };
};

/** The text of schema.prisma. */
const schemaText = () => readFileSync(new URL('schema.prisma', import.meta.url), 'utf8');

/** @returns the schema engine, connected to the database at `url`. */
export async function schemaEngine(url: string, schema = schemaText()): Promise<engineModule.SchemaEngine> {
  const wasm = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const module = new WebAssembly.Module(readFileSync(wasm));
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': engineModule });
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => process.stderr.write(message) },
  });
  engineModule.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
  const options = { datamodels: [['schema.prisma', schema] as [string, string]] };
  return engineModule.SchemaEngine.new(options, () => {}, bindMigrationAwareSqlAdapterFactory(adapterFactory(url)));
}

/** PostgreSQL's type "char", a single byte, which the system catalogs use and Prisma's adapter does not know. */
const charType = 18;

/** Prisma's adapter, which then reads the system catalogs too: what is "char" goes through it as text. */
function adapterFactory(url: string): PrismaPg {
  const chars = new Set<string>();
  const pool = new pg.Pool({ connectionString: url });
  pool.on('connect', (client) => {
    const { connection } = client as unknown as { connection: EventEmitter };
    connection.prependListener('rowDescription', ({ fields }: { fields: pg.FieldDef[] }) => {
      for (const field of fields.filter(({ dataTypeID }) => dataTypeID === charType)) {
        chars.add(field.name);
        field.dataTypeID = pg.types.builtins.TEXT;
      }
    });
  });
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const typeOf = (name: string, index: number) =>
        chars.has(name) ? ColumnTypeEnum.Character : (result.columnTypes[index] as ColumnType);
      return { ...result, columnTypes: result.columnNames.map(typeOf) };
    };
    return adapter;
  };
  return factory;
}

/** @returns the SQL that creates what schema.prisma describes in an empty database (`url` is any database: the engine wants a connection); CHECKs and generated columns are not in it. */
export const schemaSql = (url: string) => difference(url, { tag: 'empty' }, schemaText());

/** @returns the SQL that turns the tables of the database at `url` into what `schema` describes; empty when they are that. */
export function changeSql(url: string, schema = schemaText()): Promise<string> {
  const files = [{ path: 'schema.prisma', content: schema }];
  return difference(url, { tag: 'schemaDatasource', files, configDir: '.' }, schema);
}

/** The engine's exit code when there is no difference. */
const same = 0;

async function difference(url: string, from: engineModule.DiffTarget, schema: string): Promise<string> {
  const engine = await schemaEngine(url, schema);
  const { stdout, exitCode } = await engine.diff({
    from,
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  if (exitCode === same) return '';
  if (typeof stdout !== 'string') throw new Error('the schema engine printed no SQL');
  return stdout;
}

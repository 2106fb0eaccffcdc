// Prisma's schema engine in WebAssembly: the same engine as the native one, which npm does not carry. For development and tests only.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
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
export async function schemaEngine(url: string): Promise<engineModule.SchemaEngine> {
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
  const options = { datamodels: [['schema.prisma', schemaText()] as [string, string]] };
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  return engineModule.SchemaEngine.new(options, () => {}, adapter);
}

/** @returns the SQL that creates what schema.prisma describes, in an empty database (`url` is any database: the engine wants a connection); CHECKs and generated columns are not in it. */
export async function schemaSql(url: string): Promise<string> {
  const engine = await schemaEngine(url);
  const { stdout } = await engine.diff({
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schemaText() }], configDir: '.' },
    script: true,
    shadowDatabaseUrl: null,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  } as unknown as Parameters<typeof engine.diff>[0]);
  if (stdout === null || stdout === undefined) throw new Error('the schema engine printed no SQL');
  return stdout;
}

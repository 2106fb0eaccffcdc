// PostGraphile 5 as its documentation sets it up for production: the Amber preset, Grafserv's own adapter for node:http.
// node server.mjs '{"url": …, "poolSize": 10}' prints the port that it listens on.
import { createServer } from 'node:http';
import pg from 'pg';
import { PgManyToManyPreset } from '@graphile-contrib/pg-many-to-many';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { jsonPgSmartTags } from 'postgraphile/utils';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';

const { url, poolSize, print } = JSON.parse(process.argv[2] ?? '{}');

const pool = new pg.Pool({
  connectionString: url,
  max: poolSize,
  options: '-c role=casebook_reader -c default_transaction_read_only=on -c statement_timeout=10000',
});
pool.on('error', () => {});

/** Tables that have a meaning of their own beside two foreign keys: no relation leads across them. */
const noJoinTables = Object.fromEntries(
  [
    ...['Citation', 'ClaimLink', 'DocumentLink', 'EventLink', 'Item', 'LegalGround', 'LegalLink', 'LegalParty'],
    ...['LegalStatus', 'LegalTerm', 'Measure', 'Name', 'Participation', 'Position', 'Relationship', 'Residence'],
  ].map((name) => [name, { tags: { behavior: '-manyToMany' } }]),
);
const tags = {
  ...noJoinTables,
  // The slug is unique by an index, which is not introspected as a constraint is.
  Event: { tags: { unique: 'slug' } },
  // Two tables would be called the same.
  _StatementSpeakers: { tags: { name: 'spoken' } },
};

const pgl = postgraphile({
  // Conditions beyond equality and relations across a join table are plugins', those that its documentation names.
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset, PgManyToManyPreset],
  plugins: [jsonPgSmartTags({ version: 1, config: { class: tags } })],
  // It hides filters and orders on columns that are not the first of an index: parts are ordered by the second.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [makePgService({ pool, schemas: ['public'] })],
  grafserv: { graphiql: false, watch: false, websockets: false },
  // What explains plans to developers is off.
  grafast: { explain: false },
  schema: { pgSimpleCollections: 'omit', connectionFilterRelations: true },
});

if (print) {
  const { printSchema } = await import('graphql');
  process.stdout.write(printSchema(await pgl.getSchema()));
  process.exit();
}
const server = createServer();
await pgl.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));

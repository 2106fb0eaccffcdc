// What one writes by hand for exactly these questions: one prepared statement each, on bare node:http and pg.
// node server.mjs '{"url": …, "poolSize": 10, "text": false}' prints the port that it listens on.
import { Buffer } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { URL } from 'node:url';
import pg from 'pg';

const { url, poolSize, text } = JSON.parse(process.argv[2] ?? '{}');

/** The values of each statement's parameters, from the variables of the GraphQL operation. */
const values = {
  point: ({ slug }) => [slug],
  page({ after }) {
    const position = Buffer.from(after, 'base64url').subarray('Event DATE ASC:'.length);
    return [position.readInt32BE(), position.toString('hex', 4)];
  },
  traversal: ({ slug }) => [slug],
  filter: ({ kinds, from, to }) => [kinds, from, to],
  contract: ({ slug }) => [slug],
  dispute: ({ slug }) => [slug],
  count: ({ actor, roles }) => [actor, roles],
  nodes({ ids }) {
    const parsed = ids.map((id) => Buffer.from(id, 'base64').toString().split(':'));
    return [parsed.map(([type]) => type), parsed.map(([, id]) => id), ids];
  },
};

/** With `text`, PostgreSQL's JSON is sent on as it is; else pg parses it and it is written again, as handlers usually do. */
function statementOf(name) {
  const sql = readFileSync(new URL(`sql/${name}.sql`, import.meta.url), 'utf8');
  return text ? `select data::text from (${sql}) answer` : sql;
}

const folder = new URL('sql/', import.meta.url);
const statements = new Map(
  readdirSync(folder).map((file) => {
    const name = file.replace('.sql', '');
    return [`/${name}`, { name, text: statementOf(name), values: values[name] }];
  }),
);

const pool = new pg.Pool({
  connectionString: url,
  max: poolSize,
  options: '-c role=casebook_reader -c default_transaction_read_only=on -c statement_timeout=10000',
});

async function answer(statement, body) {
  const { rows } = await pool.query({ ...statement, values: statement.values(JSON.parse(body)) });
  return text ? `{"data":${rows[0].data}}` : JSON.stringify({ data: rows[0].data });
}

const server = createServer((request, response) => {
  const statement = statements.get(request.url);
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    try {
      const json = Buffer.from(await answer(statement, Buffer.concat(chunks).toString()));
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': json.length }).end(json);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));

/** Before anything is measured: do all servers give the same answers, and by how many statements? */
import { type Database } from './database.ts';
import { type OperationName } from './operations.ts';
import { type Server } from './servers.ts';
import { type Variables } from './variables.ts';

/** @returns the bytes of Casebook's answers on average, and the statements per request of each server. */
export async function checkAnswers(
  database: Database,
  servers: readonly Server[],
  operation: OperationName,
  sets: readonly Variables[],
) {
  const statements: Record<string, number> = {};
  let expected: string[] | undefined;
  let bytes = 0;
  for (const server of servers) {
    const ask = (variables: Variables) => answerOf(server, operation, variables);
    // Opens the connection that answers the others.
    await ask(sets[0] as Variables);
    const answers: string[] = [];
    const counted = await database.countStatements(async () => {
      for (const variables of sets) answers.push(await ask(variables));
    });
    statements[server.name] = counted / sets.length;
    expected ??= answers;
    bytes ||= answers.reduce((sum, answer) => sum + Buffer.byteLength(answer), 0) / answers.length;
    const differs = answers.findIndex((answer, index) => answer !== expected?.[index]);
    if (differs >= 0) throw new Error(explain(server, operation, sets[differs], expected[differs], answers[differs]));
  }
  return { bytes, statements };
}

/**
 * The answer of a server as text, in the shape and order of Casebook's.
 * @throws Error when there is none.
 */
async function answerOf(server: Server, operation: OperationName, variables: Variables): Promise<string> {
  const { url, body } = server.ask(operation, variables);
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const text = await response.text();
  const parsed = response.ok ? (JSON.parse(text) as { data: unknown; errors?: unknown }) : undefined;
  if (!parsed?.data || parsed.errors)
    throw new Error(`${server.name} cannot answer ${operation}: ${text.slice(0, 500)}\n${body.slice(-500)}`);
  return JSON.stringify(server.translate?.(operation, parsed.data, variables) ?? parsed.data);
}

function explain(server: Server, operation: string, variables: unknown, expected = '', found = ''): string {
  const at = [...expected].findIndex((character, index) => character !== found[index]);
  const around = (text: string) => text.slice(Math.max(0, at - 100), at + 100);
  return (
    `${server.name} answers ${operation} ${JSON.stringify(variables)} differently:\n` +
    `Casebook … ${around(expected)} …\n${server.name} … ${around(found)} …`
  );
}

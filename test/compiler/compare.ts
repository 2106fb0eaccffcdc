// Asks the compiler and the resolvers the same, and tells where they differ.
import { setTimeout } from 'node:timers/promises';
import type { Request } from './generate/document.ts';
import type { Answer, Counts, Servers } from './servers.ts';

/** Shows a request and what is wrong with its answers. */
export class Difference extends Error {
  constructor(what: string, requests: readonly Request[], answers: Record<string, Answer> = {}) {
    const shown = requests.map(
      ({ query, operationName, variables }) => `${query}\n  ${operationName ?? ''} ${JSON.stringify(variables)}`,
    );
    const told = Object.entries(answers).map(
      ([name, { status, type, body }]) => `${name}: ${status} ${type}\n  ${body}`,
    );
    super([what, ...shown, ...told].join('\n'));
  }
}

/** How the answers of a run turned out, by the code of the first error, or `data`. */
export type Tally = Map<string, number>;

const executes = /^\{(?:"errors":.*,)?"data":/;
const introspects = /\b__(schema|type)\b/;
/** Milliseconds until what is counted at the end of a request has been. */
const patience = 2000;

export class Comparison {
  readonly tally: Tally = new Map();
  private readonly servers: Servers;
  private before: Counts = { executed: 0, oneStatement: 0, notCompiled: 0 };
  private executed: Request[] = [];
  private readonly asked: Request[] = [];

  constructor(servers: Servers) {
    this.servers = servers;
  }

  /** What has been asked since the last call. */
  takeAsked(): Request[] {
    return this.asked.splice(0);
  }

  /** @returns the answer that both give; throws a Difference. */
  async same(request: Request): Promise<Answer> {
    this.asked.push(request);
    const [compiled, reference] = await Promise.all([this.servers.compiled(request), this.servers.reference(request)]);
    if (executes.test(compiled.body)) this.executed.push(request);
    const { errors } = JSON.parse(reference.body) as { errors?: { extensions?: { code?: string } }[] };
    const outcome = errors ? String(errors[0]?.extensions?.code) : 'data';
    this.tally.set(outcome, (this.tally.get(outcome) ?? 0) + 1);
    const answers = { compiled, reference };
    if (outcome === 'INTERNAL_SERVER_ERROR') throw new Difference('The resolvers fail', [request], answers);
    for (const part of ['status', 'type', 'body'] as const) {
      if (compiled[part] !== reference[part]) throw new Difference(`The answers differ (${part})`, [request], answers);
    }
    return compiled;
  }

  /** Forgets what was executed so far. */
  async recount(): Promise<void> {
    this.before = await this.settled(this.before.executed + this.executed.length);
    this.executed = [];
  }

  /** Throws a Difference unless each operation executed since the last call was compiled, to one statement. */
  async expectCompiled(): Promise<void> {
    const { before, executed } = this;
    const after = await this.settled(before.executed + executed.length);
    this.before = after;
    this.executed = [];
    if (executed.some(({ query }) => introspects.test(query))) return;
    const notCompiled = after.notCompiled - before.notCompiled;
    if (notCompiled > 0) throw new Difference(`${notCompiled} of these were left to the resolvers`, executed);
    const others = after.executed - before.executed - (after.oneStatement - before.oneStatement);
    if (others !== 0) throw new Difference(`${others} of these were not one statement`, executed);
  }

  /** The counts once that many operations are counted: an operation is, a moment after its answer. */
  private async settled(executed: number): Promise<Counts> {
    for (const end = performance.now() + patience; ; await setTimeout(2)) {
      const counts = await this.servers.counts();
      if (counts.executed >= executed || performance.now() > end) return counts;
    }
  }
}

// A statement of one row, run as pg's Client runs whatever has `submit`: in PostgreSQL's extended query protocol, without what
// only a general client has to ask for and to convert.
import type { Duplex } from 'node:stream';
import pg from 'pg';

/** A statement with its name: 63 bytes at most, and no other text has it. */
export interface NamedStatement {
  name: string;
  /** Whether it has been asked before, so that it is worth to be prepared. */
  isRepeated: boolean;
  text: string;
  values: readonly unknown[];
}

/** What pg has and its types do not tell. */
export interface Connection extends pg.Connection {
  /** The texts that PostgreSQL has prepared here, by name. */
  parsedStatements: Record<string, string>;
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: (string | null)[] }): void;
  execute(): void;
  sync(): void;
}

/** What `writer` has written. */
let written: Buffer[] = [];
const collector = { writable: true, write: (message: Buffer) => written.push(message) } as unknown as Duplex;
/** Makes messages as pg does. They are sent as one buffer, which costs the system less than several. */
const writer = new pg.Connection({ stream: () => collector }) as Connection;

/** @returns the bytes of what `write` has the writer write */
function bytesOf(write: () => void): Buffer {
  written = [];
  write();
  return Buffer.concat(written);
}

const executeAndSync = bytesOf(() => {
  writer.execute();
  writer.sync();
});

/** The columns of a row as text. */
export type Row = readonly (string | null)[];

/** One run of a statement. What PostgreSQL says of it is told by the `handle` methods, which Client calls. */
class Run {
  readonly name: string;
  readonly text: string;
  callback: (error: Error | null) => void;
  row: Row | undefined;
  readonly #values: readonly unknown[];

  constructor({ name, text, values }: Omit<NamedStatement, 'isRepeated'>, callback: (error: Error | null) => void) {
    this.name = name;
    this.text = text;
    this.#values = values;
    this.callback = callback;
  }

  submit(connection: Connection): null {
    const { name, text } = this;
    const message = bytesOf(() => {
      // Client prepares what has been parsed once.
      if (!(name in connection.parsedStatements)) writer.parse({ name, text });
      writer.bind({ statement: name, values: this.#values.map(inText) });
      written.push(executeAndSync);
    });
    connection.stream.write(message);
    return null;
  }

  handleDataRow({ fields }: { fields: Row }): void {
    this.row = fields;
  }

  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.callback(error);
  }

  handleReadyForQuery(): void {
    this.callback(null);
  }
}

/** @returns the row of a statement that has one; undefined where it has none */
export function runForOneRow(
  client: pg.ClientBase,
  statement: Omit<NamedStatement, 'isRepeated'>,
): Promise<Row | undefined> {
  return new Promise((resolve, reject) => {
    const run = new Run(statement, (error) => (error ? reject(error) : resolve(run.row)));
    client.query(run as unknown as pg.Submittable);
  });
}

/** A parameter in PostgreSQL's text format: "Array Input and Output Syntax" for lists, which have texts and numbers only. */
function inText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) return String(value);
  return `{${value.map((item) => `"${String(item).replace(/[\\"]/g, '\\$&')}"`).join()}}`;
}

/** Errors of Prisma and PostgreSQL by what they mean to a client. Their own messages quote SQL, paths and values. */

/** The code and message that clients see. */
export interface Fault {
  code: string;
  message: string;
}

const unavailable: Fault = {
  code: 'SERVICE_UNAVAILABLE',
  message: 'The database cannot be reached at the moment: try again',
};
const timedOut: Fault = {
  code: 'OPERATION_TIMED_OUT',
  message: 'The operation took longer than this server allows: ask for less',
};
const tooLarge: Fault = {
  code: 'OPERATION_TOO_COMPLEX',
  message: 'The operation asks for more than the database can process: ask for smaller pages or fewer fields',
};
const badValue: Fault = {
  code: 'BAD_USER_INPUT',
  message: 'An argument has a value that the database does not accept',
};

/**
 * What the codes mean, the more telling first: SQLSTATEs (PostgreSQL's manual, appendix A), Node's system errors,
 * Prisma's codes.
 */
const meanings: readonly (readonly [RegExp, Fault])[] = [
  [/^(57014|P2028)$/, timedOut],
  [/^54\w{3}$/, tooLarge],
  [/^((08|53|58)\w{3}|57P\w{2}|28000|28P01|3D000)$/, unavailable],
  [/^(ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EMFILE)$/, unavailable],
  // A value too long, out of range, no date, no UUID, with a NUL; no regular expression, no LIKE pattern.
  [/^(22001|22003|22007|22008|22009|22021|22025|2201B|22P02|22P05)$/, badValue],
  [/^P(1000|1001|1002|1003|1008|1010|1011|1017|2024|2037)$/, unavailable],
  [/^P(2000|2005|2006|2007|2019|2020|2033)$/, badValue],
];

/** What pg and its pool say without a code. */
const unavailableMessages =
  /Connection terminated|connection error|no connection to the database became free|timeout exceeded when trying to connect|Query read timeout|pool after calling end/i;

/** What `error`, or an error that caused it, means; undefined when it can only be a fault of the server. */
export function faultOf(error: unknown): Fault | undefined {
  const chain = causes(error);
  const codes = codesOf(chain);
  for (const [pattern, fault] of meanings) if (codes.some((code) => pattern.test(code))) return fault;
  if (chain.some(({ message }) => typeof message === 'string' && unavailableMessages.test(message))) return unavailable;
  // Prisma's own check of the arguments: a forged cursor, a date beyond what a column holds.
  return chain.some(({ name }) => name === 'PrismaClientValidationError') ? badValue : undefined;
}

type Cause = Partial<
  Record<'name' | 'code' | 'originalCode' | 'message' | 'cause' | 'originalError' | 'meta', unknown>
>;

/** `error` and the errors inside it: `cause`, GraphQL's `originalError`, Prisma's `meta.driverAdapterError`. */
function causes(error: unknown, found: Cause[] = []): Cause[] {
  if (typeof error !== 'object' || error === null || found.includes(error)) return found;
  found.push(error);
  const { cause, originalError, meta } = error as Cause;
  for (const inner of [
    cause,
    originalError,
    (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError,
  ]) {
    causes(inner, found);
  }
  return found;
}

/**
 * An error for the log: what it is and where it arose. Prisma's messages begin with the call and its arguments, which
 * are a client's values, and end with the reason; where a value is the reason, only the codes are told.
 */
export function describeFault(error: unknown) {
  const { name, message, stack } = error instanceof Error ? error : new Error(`thrown: ${typeof error}`);
  const reason = name.startsWith('PrismaClient') ? message.trim().split('\n').at(-1) : message;
  return {
    type: name,
    codes: codesOf(causes(error)),
    reason: faultOf(error) === badValue ? undefined : reason,
    stack: stack?.split('\n').flatMap((line) => (/^ +at /.test(line) ? line.trim() : [])),
  };
}

function codesOf(chain: readonly Cause[]): string[] {
  return chain.flatMap(({ code, originalCode }) => [code, originalCode]).filter((code) => typeof code === 'string');
}

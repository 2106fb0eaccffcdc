/** The environment, parsed once: no other module reads process.env. */
import { delimiter, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { clientLimits } from './clientLimits.ts';
import { Failure } from './failure.ts';
import { isLoopback } from './loopback.ts';
import { hosts, origins, proxies } from './network.ts';

/** The folder of package.json. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

const wholeNumber = (min: number, max: number) => {
  const wanted = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, wanted)
    .transform(Number)
    .refine((number) => number >= min && number <= max, wanted);
};

const postgresUrl = z
  .string()
  .refine(
    (text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text),
    'must be a URL such as postgresql://user:password@host:5432/database (escape special characters as %XX)',
  );

/** Paths, relative to the project. */
const paths = z.string().transform((text) =>
  text
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== ''),
);

/** Paths as in PATH, relative to the project: they may hold spaces and commas, and on Windows a colon. */
const searchPath = z
  .string()
  .transform((text) => text.split(delimiter).filter((path) => path.trim() !== ''))
  .refine((given) => !given.some((path) => path.startsWith('~')), 'begins with ~: write the whole path in its place')
  .transform((given) => given.map((path) => resolve(projectFolder, path)));

const yesOrNo = z.enum(['true', 'false'], 'must be true or false').transform((text) => text === 'true');

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** More than anyone asks by hand or from a page, less than a flood. */
const defaultPoints = 100_000;

const environment = z.object({
  PORT: wholeNumber(0, 65_535).default(4000),
  /** `localhost` listens on 127.0.0.1 and on ::1, whichever of them the client's system prefers. */
  HOST: z.string().default('localhost'),
  /** Names that the server answers to beside its addresses and the computer's own names. */
  ALLOWED_HOSTS: hosts.optional(),
  DATABASE_URL: postgresUrl.optional(),
  READER_DATABASE_URL: postgresUrl.optional(),
  /** Relative to the project. */
  DATA_FOLDER: z.string().default('.data'),
  /** Folders with case folders, beside those of the project. */
  CASES_FOLDER: searchPath.optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  POOL_SIZE: wholeNumber(1, 1000).default(10),
  /** Milliseconds: many times what the ready operations take on 100,000 statements, and no more than others should wait for one. */
  STATEMENT_TIMEOUT: wholeNumber(1, 600_000).default(3000),
  /** Fields from the root to the deepest leaf of an operation. */
  MAX_DEPTH: wholeNumber(1, 100).default(clientLimits.depth.most),
  /** Records in an answer: one SQL statement takes the keys of at most 32,766. */
  MAX_COST: wholeNumber(1, 32_766).default(clientLimits.cost.most),
  /** Whether queries are answered by one SQL statement each; without, by the resolvers. */
  COMPILER: yesOrNo.default(true),
  /** Megabytes of memory for answers that may be asked for again; 0 keeps none. */
  ANSWER_CACHE_MB: wholeNumber(0, 65_536).default(32),
  /** Whose pages may read answers; unset: Apollo Studio's and those of this computer. */
  CORS_ORIGINS: origins.optional(),
  /** Points that one client may spend in RATE_LIMIT_SECONDS; 0 for as many as it likes. */
  RATE_LIMIT_POINTS: wholeNumber(0, 999_999_999).optional(),
  RATE_LIMIT_SECONDS: wholeNumber(1, 86_400).default(10),
  /** The proxies before the server, whose X-Forwarded-For is believed. */
  TRUST_PROXY: proxies.optional(),
  INTROSPECTION: yesOrNo.default(true),
  /** Whether clients may ask for documents by their ids, and for others. */
  PERSISTED_DOCUMENTS: z.enum(['off', 'also', 'only'], 'must be off, also or only').default('also'),
  /** Files that name such documents beside those under operations. */
  PERSISTED_MANIFESTS: paths.optional(),
});

/** What the programs need to know of their surroundings; durations in milliseconds. */
export type Config = ReturnType<typeof readConfig>;

/**
 * Reads the settings from `env`; an empty variable counts as unset.
 * @throws Failure with one line that names every wrong variable. The values of URLs are not repeated: they hold passwords.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new Failure(wrongVariables(parsed.error));
  const values = parsed.data;
  if (values.READER_DATABASE_URL !== undefined && values.DATABASE_URL === undefined)
    throw new Failure('READER_DATABASE_URL is set without DATABASE_URL: set both, or neither');
  // Behind a proxy on the same computer the clients are elsewhere.
  const isReachedFromHere = isLoopback(values.HOST) && values.TRUST_PROXY === undefined;
  const points = values.RATE_LIMIT_POINTS ?? (isReachedFromHere ? 0 : defaultPoints);
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    readerDatabaseUrl: values.READER_DATABASE_URL,
    logLevel: values.LOG_LEVEL,
    poolSize: values.POOL_SIZE,
    statementTimeout: values.STATEMENT_TIMEOUT,
    limits: { depth: values.MAX_DEPTH, cost: values.MAX_COST },
    compiler: values.COMPILER,
    /** Bytes. */
    answerCache: values.ANSWER_CACHE_MB * 2 ** 20,
    corsOrigins: values.CORS_ORIGINS,
    allowedHosts: values.ALLOWED_HOSTS ?? [],
    /** Whether all clients are on this computer. */
    loopbackOnly: isReachedFromHere,
    trustProxy: values.TRUST_PROXY,
    rateLimit: points === 0 ? undefined : { points, seconds: values.RATE_LIMIT_SECONDS },
    introspection: values.INTROSPECTION,
    persisted: { mode: values.PERSISTED_DOCUMENTS, manifests: values.PERSISTED_MANIFESTS ?? [] },
    /** Absolute paths of folders with cases, beside the project's. */
    casesFolders: values.CASES_FOLDER ?? [],
    /** Where the embedded PostgreSQL keeps its data. */
    dataFolder: resolve(projectFolder, values.DATA_FOLDER),
  };
}

function wrongVariables(error: z.ZodError): string {
  const messages = new Map(error.issues.map(({ path, message }) => [path.join('.'), message]));
  return [...messages].map(([name, message]) => `${name} ${message}`).join('; ');
}

/**
 * The environment for the programs of the embedded PostgreSQL: the caller's, without what would change their behaviour
 * (libpq's variables, Node's options for the keeper) and with a fixed locale and time zone.
 */
export function postgresEnvironment(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Record<string, string | undefined> {
  const kept = Object.entries(env).filter(([name]) => !/^(PG|NODE_|LC_|LANG|TSX_)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

/**
 * Returns the options that npm took for its own, because they stood before `--`, by their names as npm spells them: of one
 * without `=` the value is 'true'. None where npm did not start this program by the script of that name.
 */
export function optionsTakenByNpm(script: string): ReadonlyMap<string, string> {
  if (process.env['npm_lifecycle_event'] !== script) return new Map();
  const prefix = 'npm_config_';
  return new Map(
    Object.entries(process.env).flatMap(([name, value]) =>
      name.startsWith(prefix) && value ? [[name.slice(prefix.length), value] as const] : [],
    ),
  );
}

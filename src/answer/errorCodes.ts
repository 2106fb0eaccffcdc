/** Every error code that a client can meet: what it means, whose fault it is, and what to do. docs/errors.md is printed from it. */

export interface ErrorCode {
  /** The HTTP status, in application/graphql-response+json; in application/json a refused operation has 200. */
  status: number;
  /** Whether the status is the same in application/json: nothing in it is a GraphQL response, or there are no data. */
  isAlways?: true;
  /** Whose fault it is. Those of the server are counted as `failed`, and raise an alarm. */
  fault: 'client' | 'server';
  means: string;
  advice: string;
}

const client = { fault: 'client' } as const;
const server = { fault: 'server' } as const;
const always = { isAlways: true } as const;

const errorCodes = {
  GRAPHQL_PARSE_FAILED: {
    ...client,
    status: 400,
    means: 'the text is not a GraphQL document',
    advice: 'correct it at the line and column in `locations`',
  },
  GRAPHQL_VALIDATION_FAILED: {
    ...client,
    status: 400,
    means:
      'the document does not fit the schema: a field, argument or type that does not exist, or a literal of the wrong type',
    advice: 'compare it with `/schema.graphql`',
  },
  OPERATION_RESOLUTION_FAILURE: {
    ...client,
    status: 400,
    means: 'the document has no operation of that name, or several and no name was given',
    advice: 'send `operationName`',
  },
  OPERATION_NOT_SUPPORTED: {
    ...client,
    status: 400,
    means: 'a mutation or a subscription; by GET the status is 405',
    advice: 'ask with a query: the API only reads',
  },
  BAD_USER_INPUT: {
    ...client,
    status: 400,
    means: 'a variable or an argument has a value that is not valid; `argumentName` says which, as a path',
    advice: 'correct that value',
  },
  OPERATION_TOO_DEEP: {
    ...client,
    status: 400,
    means: 'the fields are nested deeper than `limit`',
    advice: 'start nearer to what you look for',
  },
  OPERATION_TOO_COMPLEX: {
    ...client,
    status: 400,
    means: 'the operation asks for more than `limit` of something',
    advice: 'ask for smaller pages or fewer fields',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    ...client,
    status: 400,
    means: 'there is no persisted document with this id',
    advice: 'send the text, or correct the id',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    ...client,
    status: 400,
    means: 'persisted documents are turned off',
    advice: 'send the text',
  },
  PERSISTED_DOCUMENTS_ONLY: {
    ...client,
    status: 400,
    means: 'the server answers persisted documents only',
    advice: 'send the `documentId` of one',
  },
  BAD_REQUEST: {
    ...client,
    ...always,
    status: 400,
    means: 'the request cannot be read; also 404, 405, 406, 408, 413, 415, 417 and 431, as HTTP has them',
    advice: 'the message says what to send',
  },
  FORBIDDEN: {
    ...client,
    ...always,
    status: 403,
    means: 'a page of an origin that is not allowed',
    advice: 'have the origin added to `CORS_ORIGINS` by whoever runs the server',
  },
  MISDIRECTED_REQUEST: {
    ...client,
    ...always,
    status: 421,
    means: 'the server does not serve this host name',
    advice: 'have the name added to `ALLOWED_HOSTS` by whoever runs the server',
  },
  RATE_LIMITED: {
    ...client,
    ...always,
    status: 429,
    means: 'the client has spent its points',
    advice: 'retry after the seconds in `Retry-After`',
  },
  NOT_IMPLEMENTED: {
    ...client,
    ...always,
    status: 501,
    means: 'a transfer coding other than chunked',
    advice: 'send the body as it is',
  },
  OPERATION_TIMED_OUT: {
    ...server,
    status: 200,
    means: 'a statement took longer than `STATEMENT_TIMEOUT`',
    advice: 'ask for less at a time',
  },
  SERVICE_UNAVAILABLE: {
    ...server,
    ...always,
    status: 503,
    means: 'the database cannot be reached',
    advice: 'try again in a moment',
  },
  INTERNAL_SERVER_ERROR: {
    ...server,
    status: 200,
    means: 'a fault of the server; 500 where nothing could be answered at all',
    advice: 'report the `x-request-id` to whoever runs the server: the log has the details',
  },
} satisfies Record<string, ErrorCode>;

const byCode: Readonly<Record<string, ErrorCode | undefined>> = errorCodes;

/** @returns what is known of a code */
export const errorCode = (code: string): ErrorCode | undefined =>
  Object.hasOwn(byCode, code) ? byCode[code] : undefined;

/** @returns docs/errors.md */
export function printErrorCodes(): string {
  const row = ([code, { status, fault, means, advice }]: [string, ErrorCode]) =>
    `| \`${code}\` | ${status} | ${fault} | ${means} | ${advice} |`;
  return `# Error codes

Each error has \`extensions.code\`. The status is that of an answer in \`application/graphql-response+json\`; in \`application/json\` an
operation that was refused has 200, but for the codes from \`BAD_REQUEST\` to \`NOT_IMPLEMENTED\`. Beside data, errors leave the status 200.
\`npm run generate\` prints this page from \`src/answer/errorCodes.ts\`.

| code | status | whose fault | what it means | what to do |
| --- | --- | --- | --- | --- |
${Object.entries(errorCodes).map(row).join('\n')}
`;
}

// What errors of PostgreSQL (its manual, appendix A), of Node and of Prisma mean to a client.
import { describe, expect, test } from '@jest/globals';
import { faultOf } from '../../src/answer/faults.ts';

const coded = (code: string) => Object.assign(new Error('SECRET'), { code });

const meanings: Record<string, readonly string[]> = {
  OPERATION_TIMED_OUT: ['57014', 'P2028'],
  OPERATION_TOO_COMPLEX: ['54000', '54001', '54011', '54023'],
  SERVICE_UNAVAILABLE: [
    ...['08000', '08001', '08003', '08004', '08006', '08P01', '53000', '53100', '53200', '53300', '57P01', '57P02'],
    ...['57P03', '57P05', '58000', '58030', '28000', '28P01', '3D000', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'],
    ...['ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'EMFILE', 'P1000', 'P1001'],
    ...['P1002', 'P1003', 'P1008', 'P1010', 'P1011', 'P1017', 'P2024', 'P2037'],
  ],
  BAD_USER_INPUT: [
    ...['22001', '22003', '22007', '22008', '22009', '22021', '22025', '2201B', '22P02', '22P05'],
    ...['P2000', 'P2005', 'P2006', 'P2007', 'P2019', 'P2020', 'P2033'],
  ],
};

describe.each(Object.entries(meanings))('%s', (meaning, codes) => {
  test.each(codes)('%s', (code) => {
    expect(faultOf(coded(code))?.code).toBe(meaning);
    // However deep inside it is.
    const inside = new Error('failed', { cause: { originalError: { meta: { driverAdapterError: coded(code) } } } });
    expect(faultOf(inside)?.code).toBe(meaning);
    expect(JSON.stringify(faultOf(inside))).not.toContain('SECRET');
  });
});

test.each([
  '42601',
  '42P01',
  '42501',
  '23505',
  '25006',
  '40001',
  '40P01',
  '22012',
  'XX000',
  'P2002',
  'P2025',
  'ENOENT',
])('%s is a fault of the server', (code) => expect(faultOf(coded(code))).toBeUndefined());

test('of several, the more telling counts: a statement that was cancelled, and lost its connection by that', () => {
  expect(faultOf(new Error('lost', { cause: coded('57014') }))?.code).toBe('OPERATION_TIMED_OUT');
  expect(faultOf(Object.assign(coded('08006'), { cause: coded('57014') }))?.code).toBe('OPERATION_TIMED_OUT');
  expect(faultOf(Object.assign(coded('22P02'), { cause: coded('08006') }))?.code).toBe('SERVICE_UNAVAILABLE');
});

test.each([
  'Connection terminated unexpectedly',
  'Connection terminated: the server did not answer in time',
  'no connection to the database became free in time',
  'Cannot use a pool after calling end on the pool',
  'timeout exceeded when trying to connect',
  'Query read timeout',
])('"%s", which has no code, is SERVICE_UNAVAILABLE', (message) => {
  expect(faultOf(new Error(message))?.code).toBe('SERVICE_UNAVAILABLE');
});

test('what is no error, or an error that is its own cause, is a fault of the server', () => {
  const own: { cause?: unknown } = {};
  own.cause = own;
  for (const error of [undefined, null, 'text', 1, {}, own]) expect(faultOf(error)).toBeUndefined();
});

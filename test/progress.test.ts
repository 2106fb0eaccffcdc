import { expect, test } from '@jest/globals';
import { createProgress } from '../src/progress.ts';

function record(isTTY: boolean) {
  const written: string[] = [];
  const progress = createProgress({
    isTTY,
    columns: 20,
    write: (text: string | Uint8Array) => written.push(String(text)) > 0,
  });
  progress.update('Loading …', '1 of 2');
  progress.update('Loading …', '2 of 2, and a long name');
  progress.update('Starting …');
  progress.done('Ready');
  return written;
}

test('a terminal shows one line, rewritten, that never wraps', () => {
  const clear = '\r\u001b[2K';
  expect(record(true)).toEqual([
    `${clear}Loading … 1 of 2`,
    `${clear}Loading … 2 of 2, a`,
    `${clear}Starting …`,
    clear,
    'Ready\n',
  ]);
});

test('elsewhere each step is one plain line', () => {
  expect(record(false)).toEqual(['Loading …\n', 'Starting …\n', 'Ready\n']);
});

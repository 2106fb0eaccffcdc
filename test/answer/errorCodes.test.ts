// Every code that the program can send is in the table that clients read.
import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/config.ts';
import { errorCode } from '../../src/answer/errorCodes.ts';

test('every code in the source is known, with its status and what to do', () => {
  const source = join(projectFolder, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.includes('generated'),
  );
  const texts = files.map((name) => readFileSync(join(source, name), 'utf8'));
  const codes = new Set(
    texts.flatMap((text) => [...text.matchAll(/\bcode: '([A-Z]+_[A-Z_]+)'/g)].map(([, code]) => code)),
  );
  expect(codes.size).toBeGreaterThan(8);
  for (const code of codes) expect([code, errorCode(code ?? '')?.advice]).toEqual([code, expect.any(String)]);
  expect(errorCode('toString')).toBeUndefined();
});

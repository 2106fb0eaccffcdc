import { test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { useDatabase } from '../support/database.ts';
const m = useDatabase('tables');
test('x', () => {
  try { console.log(execFileSync(process.execPath, ['--import', 'tsx', '/work/main/prisma/tmp.ts', m.url], { encoding: 'utf8', timeout: 30000 , stdio: 'pipe' })); }
  catch (e) { console.log(String((e as any).stdout).slice(0,3000), String((e as any).stderr).slice(0, 3000)); }
});

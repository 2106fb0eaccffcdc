// The property: a valid case with one mistake in it is refused, at the place of the mistake.
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { loadCases } from '../../src/cases/storing/load.ts';
import { CaseProblems, printProblems, type Problem } from '../../src/cases/problems.ts';
import { fixtureFolder, silent } from '../cases/caseFolders.ts';
import { allRows } from '../cases/rows.ts';
import { useDatabase } from '../support/database.ts';
import { wrongEvidence } from './break/evidence.ts';
import { wrongFields } from './break/fields.ts';
import { writeBroken } from './break/files.ts';
import type { Mistake } from './break/mistake.ts';
import { wrongRecords } from './break/records.ts';
import { wrongValues } from './break/values.ts';
import type { useFigures } from './figures.ts';
import { validCases } from './generate/case.ts';
import { Draw } from './generate/draw.ts';

const mistakes = {
  'a wrong field': wrongFields,
  'a wrong value': wrongValues,
  'a wrong record': wrongRecords,
  'wrong evidence': wrongEvidence,
};

/** Tests every mistake in so many generated cases, beside a case of which some records are shared. */
export function testRefusals(tried: ReturnType<typeof useFigures>, seed: number, runs: number): void {
  const database = useDatabase('tables');
  beforeAll(() => loadCases(database.url, { folders: [fixtureFolder('harbour-fire')], progress: silent }));

  test.each(Object.entries(mistakes))(`%s: refused where the mistake stands (seed ${seed})`, async (_, kinds) => {
    const before = await allRows(database.url);
    for (const mistake of Object.entries(kinds)) await expectRefusals(database.url, mistake, seed, runs);
    expect(await allRows(database.url)).toEqual(before);
    tried(
      `Generated valid cases, each with one mistake: ${Object.keys(kinds).join('; ')}`,
      Object.keys(kinds).length * runs,
      'Refused, the mistake named at its line and column; no row changed',
    );
  });
}

/** Makes the mistake in so many generated cases; fast-check tells seed and path of one that is not refused as it should. */
async function expectRefusals(
  url: string,
  [what, { says, make }]: [what: string, mistake: Mistake],
  seed: number,
  numRuns: number,
) {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-broken-'));
  const property = fc.asyncProperty(validCases, fc.gen(), async (valid, gen) => {
    const draw = new Draw(gen);
    const content = structuredClone(valid.content);
    const path = make(content, draw);
    fc.pre(path !== undefined);
    const places = writeBroken(folder, content, path, draw);
    const refused: unknown = await loadCases(url, { folders: [folder], progress: silent }).catch((error) => error);
    expect(refused).toBeInstanceOf(CaseProblems);
    const told = (refused as CaseProblems).problems;
    const isHere = ({ file, line, column }: Problem) => places.has(`${file}:${line}:${column}`);
    // The words of the library that checks types are not those of who writes the file.
    expect(told.filter(({ message }) => /Invalid |expected \w+, received/.test(message))).toEqual([]);
    expect({
      what,
      here: told.filter(isHere).map(({ message }) => message),
      elsewhere: printProblems(told.filter((problem) => !isHere(problem))),
    }).toEqual({
      what,
      here: expect.arrayContaining([expect.stringMatching(says)]),
      elsewhere: expect.anything(),
    });
  });
  try {
    await fc.assert(property, { seed, numRuns, endOnFailure: true });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { caseJsonSchema } from '../../src/cases/reading/caseSchema.ts';
import { projectFolder } from '../../src/config.ts';
import { original } from './mistakes.ts';

const schema = z.fromJSONSchema(caseJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
const accepts = (text: string) => schema.safeParse(parse(text)).success;

test('the published schema takes a case that the loader takes', () => {
  expect(accepts(original)).toBe(true);
});

test('the published schema knows fields, vocabularies and what is required', () => {
  expect(accepts(original.replace('outcome: COMPLETED', 'outcom: COMPLETED'))).toBe(false);
  expect(accepts(original.replace('kind: ACCIDENT', 'kind: ACIDENT'))).toBe(false);
  expect(accepts(original.replace('title: Search by the police', ''))).toBe(false);
});

test('the published schema takes short citations, and what a file gives for all', () => {
  const [before, after] = original.split('citations: [{ passage: 4, fidelity: PARAPHRASED, standing: REPORTED }]');
  const written = (cite: string) => `defaults: { fidelity: QUOTED }\n${before ?? ''}${cite}${after ?? ''}`;
  expect(accepts(written('cite: 4'))).toBe(true);
  expect(accepts(written('cite: [4 QUOTED, { 8 INFERRED date: a note }, { passage: 4 }]'))).toBe(true);
  expect(accepts(written('cite: QUOTED 4'))).toBe(false);
  // zod does not read what the schema says of an event without either.
  expect(caseJsonSchema()).toHaveProperty('$defs.event.anyOf', [{ required: ['cite'] }, { required: ['citations'] }]);
});

test('the published schema explains fields and every value', () => {
  const text = JSON.stringify(caseJsonSchema());
  expect(text).toContain('As what the actor takes part. SUSPECT is not a finding.');
  expect(text).toContain('CHARGED: It is the content of a formal charge, which no court has yet decided.');
  expect(text).not.toContain('"description":""');
});

test('seed/case.schema.json is the schema of the loader', () => {
  expect(JSON.parse(readFileSync(join(projectFolder, 'seed', 'case.schema.json'), 'utf8'))).toEqual(caseJsonSchema());
});

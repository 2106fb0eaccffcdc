import { useFigures } from './figures.ts';
import { testRefusals } from './refusals.ts';

/** Others than those of brokenCases.test.ts, and more. */
testRefusals(useFigures(import.meta.url, 'A file'), 2026, 8);

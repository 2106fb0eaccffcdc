import { useFigures } from './figures.ts';
import { testRefusals } from './refusals.ts';

/** Always the same here; brokenCases.slow.ts looks further. */
testRefusals(useFigures(import.meta.url, 'A file'), 1, 3);

import { useFigures } from './figures.ts';
import { testRoundTrips } from './roundTrip.ts';

/** Others than those of caseRoundTrip.test.ts, and more. */
testRoundTrips(useFigures(import.meta.url, 'A file'), 2026, 50);

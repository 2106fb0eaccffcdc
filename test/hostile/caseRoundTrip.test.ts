import { useFigures } from './figures.ts';
import { testRoundTrips } from './roundTrip.ts';

/** Always the same here; caseRoundTrip.slow.ts looks further. */
testRoundTrips(useFigures(import.meta.url, 'A file'), 1, 15);

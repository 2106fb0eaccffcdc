/** Every pair of values that is refused or warned of: from it the loader checks case files and docs/coding.md is printed. */
import { type Combination } from './combination.ts';
import { ofActors } from './ofActors.ts';
import { ofEvents } from './ofEvents.ts';
import { ofLaw } from './ofLaw.ts';
import { ofParties } from './ofParties.ts';

export const combinations: readonly Combination[] = [...ofParties, ...ofLaw, ...ofEvents, ...ofActors];

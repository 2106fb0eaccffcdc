/** Preloaded by the scripts (node --import): lets every Node that is supported run the project's TypeScript as it is. */
import { register } from 'node:module';
import process from 'node:process';
import { endWithNpm } from './endWithNpm.mjs';
import { checkResources } from './resources.mjs';

checkResources();
endWithNpm();
// Libraries check themselves less.
// eslint-disable-next-line no-restricted-properties
process.env.NODE_ENV ??= 'production';
process.setSourceMapsEnabled(true);
register('./typescriptLoader.mjs', import.meta.url);

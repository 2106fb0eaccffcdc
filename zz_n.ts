import { openDatabase } from './src/db/open.ts';
import { readConfig } from './src/config.ts';
import { measureNeighbours } from './bench/neighbours.ts';
const config = readConfig({ DATA_FOLDER: process.argv[2] });
await using db = await openDatabase(config,{progress:{update(){},done(){}}});
console.log(await measureNeighbours(db.url, [{slug:'synthetic-event-1-1'}], {update(){},done(){}}));
process.exit(0);

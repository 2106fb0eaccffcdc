/** Preloaded by the scripts of package.json: a program that cannot work within the system's limits says so, in one line. */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { getHeapStatistics } from 'node:v8';

/** What a first start was seen to need, and some more: with less, libraries fail in words that help nobody. */
const least = {
  files: 128,
  /** A server, its PostgreSQL and its keeper, with their threads. */
  processes: 40,
  /** Bytes. Node reserves ten gigabytes for a memory of WebAssembly, which it does not use. */
  addresses: 16 * 2 ** 30,
  /** Bytes. */
  heap: 100 * 2 ** 20,
};

/** Ends the program where it is granted too little to start. The limits of the system are told by Linux only. */
export function checkResources() {
  const lacking = whatIsLacking();
  if (lacking === undefined) return;
  process.stderr.write(`${lacking}\n`);
  process.exit(1);
}

function whatIsLacking() {
  const files = limitOf('open files');
  if (files < least.files)
    return `only ${files || 'a few'} files may be open at once, and ${least.files} are needed: raise the limit (ulimit -n 1024, LimitNOFILE= of systemd) and start again`;
  const processes = process.getuid?.() === 0 ? Infinity : limitOf('processes');
  if (processes < least.processes)
    return `only ${processes} processes and threads may run, and ${least.processes} are needed: raise the limit (ulimit -u, LimitNPROC= of systemd) and start again`;
  const addresses = limitOf('address space');
  if (addresses < least.addresses)
    return `the address space is limited to ${inMegabytes(addresses)}, and Node reserves much more than it uses: take the limit away (ulimit -v unlimited), and limit memory, not addresses (MemoryMax= of systemd, docker run --memory)`;
  const { heap_size_limit: heap } = getHeapStatistics();
  if (heap < least.heap)
    return `Node may use ${inMegabytes(heap)} for its heap, and ${inMegabytes(least.heap)} are needed: give it more memory (--max-old-space-size in NODE_OPTIONS, or the memory of the container)`;
  return undefined;
}

/** The limit that holds (setrlimit(2)), as in `Max open files  1024  524288  files`; Infinity where there is none. */
function limitOf(name) {
  try {
    const limits = readFileSync('/proc/self/limits', 'latin1');
    return Number(new RegExp(`^Max ${name} +(\\d+)`, 'm').exec(limits)?.[1] ?? Infinity);
  } catch (error) {
    // Not even this one could be opened.
    return error.code === 'EMFILE' && name === 'open files' ? 0 : Infinity;
  }
}

const inMegabytes = (bytes) => `${Math.floor(bytes / 2 ** 20)} MB`;

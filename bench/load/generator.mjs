// The load: a process of its own, so that it takes no time from what it measures. Told by its parent what to ask, it
// keeps a number of connections busy with one request each, and answers with the latencies.
//
// undici, the HTTP client of Node itself: it costs no more processor time per request than autocannon (53 against 58
// microseconds with 16 connections), tells latencies in fractions of a millisecond, and lets all connections share one
// rotation of the bodies.
import { Buffer } from 'node:buffer';
import { performance } from 'node:perf_hooks';
import { URL } from 'node:url';
import { Client } from 'undici';

const headers = ['content-type', 'application/json'];

/**
 * One request after the other on one connection until `end`; each latency, in milliseconds, goes into `latencies`. Each is
 * a client of its own, with an address and so a budget of its own: one alone would be kept from taking all of the database.
 */
function keepBusy(origin, path, nextBody, end, latencies, localAddress) {
  const client = new Client(origin, { pipelining: 1, localAddress });
  return new Promise((resolve, reject) => {
    const next = () => {
      const started = performance.now();
      if (started >= end) return resolve(client.destroy());
      client.dispatch(
        { path, method: 'POST', headers, body: nextBody() },
        {
          onConnect() {},
          onHeaders(status) {
            if (status !== 200) reject(new Error(`${origin}${path} answered with status ${status}`));
            return true;
          },
          onData: () => true,
          onComplete() {
            latencies.push(performance.now() - started);
            next();
          },
          onError: reject,
        },
      );
    };
    next();
  });
}

async function run({ url, bodies, connections, seconds }) {
  const { origin, pathname } = new URL(url);
  const buffers = bodies.map((body) => Buffer.from(body));
  let count = 0;
  const nextBody = () => buffers[count++ % buffers.length];
  const latencies = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  const addresses = Array.from({ length: connections }, (_, index) => `127.0.1.${index + 1}`);
  await Promise.all(addresses.map((address) => keepBusy(origin, pathname, nextBody, end, latencies, address)));
  const elapsed = (performance.now() - started) / 1000;
  const sorted = Float64Array.from(latencies).sort();
  const percentile = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return { requests: sorted.length, seconds: elapsed, p50: percentile(0.5), p99: percentile(0.99) };
}

process.on('message', async (job) => {
  try {
    process.send({ result: await run(job) });
  } catch (error) {
    process.send({ error: error.message });
  }
});

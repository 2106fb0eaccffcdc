import { Environment, type FetchFunction, Network, RecordSource, Store } from 'relay-runtime';

export function createEnvironment(url: string, send = fetch): Environment {
  const ask: FetchFunction = async ({ text }, variables) => {
    const body = JSON.stringify({ query: text, variables });
    const response = await send(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return response.json();
  };
  return new Environment({ network: Network.create(ask), store: new Store(new RecordSource()) });
}

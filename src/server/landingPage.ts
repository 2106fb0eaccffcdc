/** What a browser is shown: Apollo Sandbox, which loads from Apollo's site. */
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';

/** @returns the HTML of the page, of which each has a nonce of its own */
export type LandingPage = () => Promise<string>;

/** @param document the operation that Sandbox opens with */
export async function createLandingPage(document: string): Promise<LandingPage> {
  const embed = { runTelemetry: false };
  const plugin = ApolloServerPluginLandingPageLocalDefault({ embed, includeCookies: false, footer: false, document });
  // The plugin reads nothing of what serverWillStart is given.
  const listener = await plugin.serverWillStart?.({} as Parameters<NonNullable<typeof plugin.serverWillStart>>[0]);
  const page = await listener?.renderLandingPage?.();
  if (!page) throw new Error('Apollo Server has no landing page');
  return async () => (typeof page.html === 'string' ? page.html : page.html());
}

import { createClient } from '../generated/genql/index.ts';

/** The name of an actor, and the age that a source gives it: only persons have one. */
export async function nameAndAge(
  url: string,
  slug: string,
): Promise<{ name: string; age?: number | null } | undefined> {
  const { actor } = await createClient({ url }).query({
    actor: { __args: { slug }, __typename: true, name: true, on_Person: { reportedAge: true } },
  });
  return actor ? { name: actor.name, age: actor.__typename === 'Person' ? actor.reportedAge : undefined } : undefined;
}

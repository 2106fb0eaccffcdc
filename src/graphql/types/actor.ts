// Actors: an interface over one table, and a type for each kind of actor.
import { actorFields, actorTypes } from '../../model/actorTypes.ts';
import { builder } from '../builder.ts';
import { fieldsOf } from '../fields.ts';
import { registerNodeType } from '../ids.ts';
import { show } from '../targets.ts';

const Actor = builder.prismaInterface('Actor', {
  name: 'Actor',
  interfaces: () => [builder.nodeInterfaceRef()] as never,
  extensions: { discriminator: actorTypes },
  resolveType: (row) => actorTypes.types[row[actorTypes.column]],
  fields: (t) => fieldsOf(t, 'Actor', (field) => !Object.values(actorFields).flat().includes(field)),
});

type Kind = keyof typeof actorTypes.types;
const descriptions: Readonly<Record<Kind, string>> = {
  PERSON: 'A human being. What is said of a person is as firm as its standing, and no firmer.',
  ORGANIZATION: 'A body with a name: ministry, party, company, court, service.',
  STATE: 'A state as one who acts; its territory is a Place.',
  GROUP: 'Several people, or one without a name, known only by number or description.',
  ASSET: 'A named thing with a history: vessel, aircraft, account, network.',
};

const variants = (Object.keys(descriptions) as Kind[]).map((kind) => {
  const name = actorTypes.types[kind];
  registerNodeType(name);
  return builder.prismaNode('Actor', {
    variant: name,
    description: descriptions[kind],
    // `node` finds a record only under an id of its own type.
    id: { resolve: ({ id }: { id: string }) => id },
    findUnique: (id: string) => ({ id, kind }),
    nullable: true,
    interfaces: [Actor],
    fields: (t) => fieldsOf(t, 'Actor', (field) => actorFields[name]?.includes(field) ?? false),
  });
});

show('Actor', Actor, variants);

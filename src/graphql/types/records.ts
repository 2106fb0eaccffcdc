// A type for each model of records, with its `id`: schema.prisma says what it shows (see fields.ts). Those with a slug are
// fields of the query type as well.
import { lowerFirst, recordModels } from '../../model/datamodel.ts';
import { topLevelLists } from '../../model/recordTypes.ts';
import { builder } from '../builder.ts';
import { fieldsOf } from '../fields.ts';
import { asNode } from '../ids.ts';
import { connectionTo, listOf, show, typeOf } from '../targets.ts';
import { rootFields } from '../roots.ts';
import './actor.ts';

for (const { name } of recordModels)
  if (name !== 'Actor')
    show(name, builder.prismaNode(name as 'Event', { ...asNode(name), fields: (t) => fieldsOf(t, name) }));

for (const [plural, model] of Object.entries({ cases: 'Case', ...topLevelLists }))
  rootFields(lowerFirst(model), plural, typeOf(model), model, listOf(model), connectionTo(model));

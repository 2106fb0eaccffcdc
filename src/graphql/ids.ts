import { clientLimits } from '../clientLimits.ts';
import { badUserInput } from './badInput.ts';

/** The most ids that `nodes` takes at once. */
export const MAX_NODES = clientLimits.ids.most;

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const globalId = new RegExp(`^([A-Za-z]+):(${uuid})$`);
const nodeTypes = new Set<string>();

/** Makes `Type:uuid` of this type an id that `node` takes. */
export const registerNodeType = (name: string) => void nodeTypes.add(name);

/** The options of a type whose records `node` finds by their id. */
export function asNode(name: string) {
  registerNodeType(name);
  return { id: { field: 'id' as const }, nullable: true as const };
}

interface GlobalId {
  typename: string;
  id: string;
}

function parse(id: string): GlobalId | undefined {
  const bytes = Buffer.from(id, 'base64');
  const [, typename, key] = globalId.exec(bytes.toString('latin1')) ?? [];
  if (!typename || !key || !nodeTypes.has(typename)) return undefined;
  return bytes.toString('base64') === id ? { typename, id: key } : undefined;
}

/** @returns type and uuid of an opaque id; throws BAD_USER_INPUT for what is no id of this API. */
export function decodeId(id: string, argumentName = 'id'): GlobalId {
  const decoded = parse(id);
  if (decoded) return decoded;
  throw badUserInput(argumentName, `\`${argumentName}\` is not an id of this API: take it from the \`id\` of a record`);
}

/** What `nodes` asks: the keys in their order, and of which types they are; throws for too many ids, and what is none. */
export function askIds({ ids }: { ids: string[] }) {
  if (ids.length > MAX_NODES) throw badUserInput('ids', `\`ids\` takes at most ${MAX_NODES} ids, not ${ids.length}`);
  return asked(ids.map((id) => decodeId(id, 'ids')));
}

/** What `node` asks: a list of one. */
export const askId = ({ id }: { id: string }) => asked([decodeId(id)]);

function asked(keys: readonly GlobalId[]) {
  const typenames = keys.map(({ typename }) => typename);
  return {
    types: [...new Set(typenames)].sort(),
    take: keys.length,
    ids: { keys: keys.map(({ id }) => id), typenames },
  };
}

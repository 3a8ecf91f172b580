import { Document, isCollection, isMap, isScalar, type Node, type Pair, parseDocument } from 'yaml';
import { type FrontMatter, frontMatterSchema } from '../../news/front-matter.ts';
import type { Change } from './facts.ts';

const KEYS = Object.keys(frontMatterSchema.shape);
const SOURCE_KEYS = Object.keys(frontMatterSchema.shape.source.def.innerType.shape);

const WRITTEN = { lineWidth: 0, flowCollectionPadding: false } as const;

/** Checked front matter as YAML, its keys in the schema's order; what is empty or the default is left out. */
export function toYaml(front: FrontMatter): string {
  const document = new Document({}, { schema: 'core' });
  const byOrder = Object.entries(front).sort(([a], [b]) => KEYS.indexOf(a) - KEYS.indexOf(b));
  for (const [key, value] of byOrder) {
    const plain = toPlain(key, value);
    if (plain !== undefined) document.set(key, toNode(document, plain));
  }
  return document.toString(WRITTEN);
}

/** YAML with some of its values changed; all other keys, their order and all comments stay. */
export function reviseYaml(yaml: string, changes: readonly Change[]): string {
  const document = parseDocument(yaml, { schema: 'core' });
  for (const { path, value } of changes) {
    const [key, inner] = path;
    const plain = toPlain(inner ?? key, value);
    const isNew = !document.has(key);
    const isNewInside = !document.hasIn(path);
    if (plain === undefined) remove(document, path);
    else set(document, path, plain);
    if (isNew) putInOrder(document.contents, KEYS);
    if (isNewInside && key === 'source') putInOrder(document.get(key), SOURCE_KEYS);
  }
  return document.toString(WRITTEN);
}

function set(document: Document.Parsed, path: Change['path'], plain: unknown): void {
  // A plain value replaces the old one in its node, so that a comment beside it stays.
  const old = document.getIn(path, true);
  document.setIn(path, isScalar(old) && typeof plain !== 'object' ? plain : toNode(document, plain));
}

function remove(document: Document.Parsed, path: Change['path']): void {
  if (!document.hasIn(path)) return;
  document.deleteIn(path);
  const parent = path.slice(0, -1);
  const rest = parent.length > 0 ? document.getIn(parent) : undefined;
  if (isMap(rest) && rest.items.length === 0) document.deleteIn(parent);
}

/** Moves the last key of a map before the first one that the schema names after it; a key added by `set` is the last. */
function putInOrder(map: unknown, keys: readonly string[]): void {
  if (!isMap(map)) return;
  const placeOf = ({ key }: Pair): number => keys.indexOf(String(isScalar(key) ? key.value : key));
  const added = map.items.at(-1);
  const place = added ? map.items.findIndex((pair) => placeOf(pair) > placeOf(added)) : -1;
  if (!added || place === -1) return;
  map.items.pop();
  map.items.splice(place, 0, added);
}

/**
 * A value without what says nothing: empty lists and maps, `false`, no block outside. That no tag was suggested says
 * something. Names alone are plain texts.
 */
function toPlain(key: string, value: unknown): unknown {
  if (value === undefined || value === false || (key === 'outside' && value === 0)) return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => (key === 'authors' ? toAuthor(item) : toPlain('', item)));
    return items.length === 0 && key !== 'suggested' ? undefined : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const plain = toPlain(name, inner);
    return plain === undefined ? [] : [[name, plain] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function toAuthor(author: unknown): unknown {
  const plain = toPlain('', author);
  const onlyName = typeof plain === 'object' && plain !== null && 'name' in plain && Object.keys(plain).length === 1;
  return onlyName ? plain.name : plain;
}

/** Lists of names stand on one line, and so does each entry of a receipt that carries no text. */
function toNode(document: Document, plain: unknown): Node {
  const node = document.createNode(plain);
  flow(node, plain);
  return node;
}

function flow(node: unknown, plain: unknown): void {
  if (!isCollection(node)) return;
  if (Array.isArray(plain) && plain.every((item) => typeof item !== 'object')) node.flow = true;
  if (typeof plain !== 'object' || plain === null) return;
  const isEntry = 'line' in plain || 'captured' in plain;
  if (isEntry && !('was' in plain) && Object.keys(plain).length <= 2) node.flow = true;
  const inner: unknown[] = Array.isArray(plain) ? plain : Object.values(plain);
  node.items.forEach((item, index) => {
    const value: unknown =
      typeof item === 'object' && item !== null && 'value' in item && 'key' in item ? item.value : item;
    flow(value, inner[index]);
  });
}

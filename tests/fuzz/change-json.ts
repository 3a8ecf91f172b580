import { type Change, MOST_PIECES } from './change.ts';

/** A value of JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Values of other types than the format wants. */
const OTHERS: readonly Json[] = [null, true, 0, -1.5, 1e300, [], {}, [[]], [null], { value: null }];

interface Slot {
  holder: Json[] | { [key: string]: Json };
  key: string;
}

/** Changes a value of JSON in its structure and in its values. */
export function changeJson(json: Json, changes: readonly Change[]): Json {
  const box: { [key: string]: Json } = { root: structuredClone(json) };
  for (const change of changes) changeOnce(box, change);
  return box['root'] ?? null;
}

function changeOnce(box: { [key: string]: Json }, { kind, at, other, value }: Change): void {
  const slots = slotsOf(box);
  const slot = slots[at % slots.length];
  const partner = slots[other % slots.length];
  if (!slot || !partner) return;
  const [here, there] = [read(slot), read(partner)];
  const mayGrow = slots.length < MOST_PIECES;
  switch (kind) {
    case 'delete':
      if (Array.isArray(slot.holder)) slot.holder.splice(Number(slot.key), 1);
      else if (slot.holder !== box) Reflect.deleteProperty(slot.holder, slot.key);
      break;
    case 'repeat':
      if (!mayGrow) break;
      if (Array.isArray(slot.holder)) slot.holder.splice(Number(slot.key), 0, structuredClone(here));
      else write(slot, [structuredClone(here), structuredClone(here)]);
      break;
    case 'swap':
      write(slot, structuredClone(there));
      write(partner, structuredClone(here));
      break;
    case 'nest':
      if (mayGrow)
        write(slot, other % 2 === 0 ? [structuredClone(there)] : { [value || 'value']: structuredClone(here) });
      break;
    case 'value':
      write(slot, at % 7 === 0 ? structuredClone(OTHERS[other % OTHERS.length] ?? null) : value);
      break;
    case 'raw':
      if (typeof here === 'string') write(slot, other % 2 === 0 ? `${here}${value}` : `${value}${here}`);
      else if (Array.isArray(here)) here.push(value);
      else if (typeof here === 'object' && here !== null) define(here, value, value);
      break;
  }
}

function slotsOf(holder: Slot['holder']): Slot[] {
  return Object.entries(holder).flatMap(([key, value]) => {
    const inner = typeof value === 'object' && value !== null ? slotsOf(value) : [];
    return [{ holder, key }, ...inner];
  });
}

function read({ holder, key }: Slot): Json {
  return (Array.isArray(holder) ? holder[Number(key)] : holder[key]) ?? null;
}

function write({ holder, key }: Slot, value: Json): void {
  if (Array.isArray(holder)) holder[Number(key)] = value;
  else define(holder, key, value);
}

/** A key such as `__proto__` becomes a key like any other, as in a file. */
function define(holder: { [key: string]: Json }, key: string, value: Json): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

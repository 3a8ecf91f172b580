import leven from 'leven';
import { z } from 'zod';

/** One thing wrong with a value: where in it, and what. */
export interface Problem {
  path: (string | number)[];
  message: string;
}

export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/**
 * Checks an unknown value against a schema. Never throws: gives the typed value or every problem found,
 * each in words an editor can act on, unknown keys with the name that was probably meant.
 */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): Parsed<z.output<Schema>> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, problems: result.error.issues.flatMap((issue) => toProblems(issue, schema)) };
}

/** The wording of a wrong value: `expected a list of names, got "Syria"`. For the `error` of a zod schema. */
export function expected(what: string): { error: (issue: { input?: unknown }) => string } {
  return {
    error: ({ input }) =>
      input === undefined ? `is missing; expected ${what}` : `expected ${what}, got ${show(input)}`,
  };
}

function toProblems(issue: z.core.$ZodIssue, schema: z.ZodType): Problem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  const known = knownKeys(schema, path);
  return issue.keys.map((key) => {
    const meant = nearest(key, known);
    const hint = meant === undefined ? `known here: ${known.join(', ')}` : `did you mean "${meant}"?`;
    return { path: [...path, key], message: `unknown key; ${hint}` };
  });
}

/** The known name that was probably meant by one that is not known; nothing where none is near. */
export function nearest(key: string, known: readonly string[]): string | undefined {
  const folded = key.toLowerCase();
  return known
    .map((name) => ({ name, distance: leven(folded, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.ceil(name.length / 3)))
    .sort((a, b) => a.distance - b.distance)[0]?.name;
}

/** The keys of the object schema that a path leads to, through lists, unions and optional wrappers. */
function knownKeys(schema: z.core.$ZodType, path: (string | number)[]): string[] {
  return objectsAt(schema, path).flatMap((object) => Object.keys(object.shape));
}

function objectsAt(schema: z.core.$ZodType, path: (string | number)[]): z.ZodObject[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => objectsAt(option, path));
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return objectsAt(schema.def.innerType, path);
  }
  if (schema instanceof z.ZodPipe) return objectsAt(schema.def.in, path);
  const [step, ...rest] = path;
  if (schema instanceof z.ZodArray && step !== undefined) return objectsAt(schema.def.element, rest);
  if (schema instanceof z.ZodRecord && step !== undefined) return objectsAt(schema.def.valueType, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (step === undefined) return [schema];
  const inner: unknown = schema.shape[step];
  return inner instanceof z.ZodType ? objectsAt(inner, rest) : [];
}

const LONGEST_SHOWN = 60;

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}

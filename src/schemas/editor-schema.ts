import { z } from 'zod';

type Json = z.core.JSONSchema.BaseSchema;

/**
 * The JSON Schema (draft 7, which every editor reads) of what a schema of ours takes. Its patterns, limits and
 * descriptions are the schema's own; editors that know `errorMessage` say what is wrong in the words of our errors.
 */
export function toEditorSchema(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, {
    target: 'draft-07',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      Object.assign(jsonSchema, errorsOf(zodSchema, jsonSchema));
      const { description } = jsonSchema;
      if (description?.includes('`') === true) jsonSchema['markdownDescription'] = description;
    },
  });
}

/** The errors of a value. Not of an object: editors would show it for each of its keys, and not name the key. */
function errorsOf({ _zod: { def } }: z.core.$ZodType, { type, allOf = [] }: Json): Json {
  if (type === undefined || type === 'object') return {};
  const patterns = (def.checks ?? []).filter((check) => check instanceof z.core.$ZodCheckRegex);
  const errors = patterns.map((check) => said('patternErrorMessage', check._zod.def.error));
  return {
    ...said('errorMessage', def.error),
    // Of several patterns each is a schema of its own.
    ...(errors.length < 2 ? errors[0] : { allOf: allOf.map((one, index) => ({ ...one, ...errors[index] })) }),
  };
}

/** What an error says of any value, under a name that editors know. */
function said(name: string, error: unknown): Json {
  if (typeof error !== 'function') return {};
  const message: unknown = Reflect.apply(error, undefined, [{ input: undefined }]);
  return typeof message === 'string' ? { [name]: message.replace(/^is missing; /u, '') } : {};
}

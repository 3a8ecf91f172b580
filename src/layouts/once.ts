const known = new WeakMap<object, Map<string, string>>();

/** Gives what was made of a thing under a name before, or makes it. At the desk, where templates change, nothing is kept. */
export async function made(of: object, name: string, make: () => Promise<string>): Promise<string> {
  const texts = known.get(of) ?? new Map<string, string>();
  known.set(of, texts);
  const text = texts.get(name) ?? (await make());
  if (import.meta.env.PROD) texts.set(name, text);
  return text;
}

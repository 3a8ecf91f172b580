import { z } from 'zod';
import { frontMatterLines } from './front-matter-lines.ts';
import type { Message } from './messages.ts';

/** Where a message goes: on, in whatever form, or back as an answer. */
export type Passed = { on: Message } | { back: Message };

const initialized = z.looseObject({ capabilities: z.looseObject({}) });
const opened = z.looseObject({ textDocument: z.looseObject({ uri: z.string(), text: z.string() }) });
const changed = z.looseObject({
  textDocument: z.looseObject({ uri: z.string() }),
  contentChanges: z.array(z.looseObject({ text: z.string() })),
});
const asked = z.looseObject({
  textDocument: z.looseObject({ uri: z.string() }),
  position: z.looseObject({ line: z.number() }),
});
const wished = z.looseObject({ items: z.array(z.looseObject({ section: z.string().optional() })) });

/** An article's file, by its address in the editor; other Markdown is nobody's front matter. */
const ARTICLE = /\/articles\/.*\.md$/u;

/**
 * Stands between an editor and a language server for YAML. Of an article's file the server sees the front matter alone,
 * in its lines; what is asked about the text below is answered with nothing. It is told its settings here, not by editors.
 */
export class Bridge {
  readonly #settings: Record<string, unknown>;
  readonly #articleSchema: string;
  /** Where front matter ends, by the file's URI. */
  readonly #ends = new Map<string, number>();
  #initializeId: Message['id'];

  /** `settings`: those of the server, by section; `articleSchema`: the address of the schema of front matter. */
  constructor(settings: Record<string, unknown>, articleSchema: string) {
    this.#settings = settings;
    this.#articleSchema = articleSchema;
  }

  /** A message of the editor. */
  fromEditor(message: Message): Passed {
    const { method, params } = message;
    if (method === 'initialize') this.#initializeId = message.id;
    if (method === 'textDocument/didOpen') {
      const { textDocument, ...others } = opened.parse(params);
      const text = this.#reduce(textDocument.uri, textDocument.text);
      return { on: { ...message, params: { ...others, textDocument: { ...textDocument, languageId: 'yaml', text } } } };
    }
    if (method === 'textDocument/didChange') {
      const { textDocument, contentChanges } = changed.parse(params);
      const text = this.#reduce(textDocument.uri, contentChanges.at(-1)?.text ?? '');
      return { on: { ...message, params: { textDocument, contentChanges: [{ text }] } } };
    }
    return this.#isBelow(message) ? { back: { id: message.id, result: null } } : { on: message };
  }

  /** A message of the server. */
  fromServer(message: Message): Passed {
    if (message.method === 'workspace/configuration') {
      const { items } = wished.parse(message.params);
      return { back: { id: message.id, result: items.map(({ section = '' }) => this.#settings[section] ?? null) } };
    }
    if (message.method !== undefined || message.id !== this.#initializeId) return { on: message };
    const given = initialized.safeParse(message.result);
    if (!given.success) return { on: message };
    // Whole texts, since only in a whole one it is seen where the front matter ends; and no formatting of Markdown as YAML.
    const capabilities = { ...given.data.capabilities, textDocumentSync: 1, documentFormattingProvider: false };
    return { on: { ...message, result: { ...given.data, capabilities } } };
  }

  #reduce(uri: string, text: string): string {
    if (!uri.endsWith('.md')) return text;
    const { yaml, end } = ARTICLE.test(uri)
      ? frontMatterLines(text, `# yaml-language-server: $schema=${this.#articleSchema}`)
      : { yaml: '', end: 0 };
    this.#ends.set(uri, end);
    return yaml;
  }

  #isBelow({ id, params }: Message): boolean {
    const request = asked.safeParse(params);
    if (id === undefined || !request.success) return false;
    const { textDocument, position } = request.data;
    return position.line >= (this.#ends.get(textDocument.uri) ?? Infinity);
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { PROJECT } from '../../src/build/locations.ts';
import { type Message, MessageReader, toFrame } from '../../src/schemas/messages.ts';

const published = z.object({
  uri: z.string(),
  diagnostics: z.array(z.object({ message: z.string(), range: z.object({ start: z.object({ line: z.number() }) }) })),
});
const completed = z.object({
  items: z.array(z.object({ label: z.string(), documentation: z.unknown().transform(toText).optional() })),
});
const shown = z.object({ contents: z.unknown().transform(toText) });
const wished = z.object({ items: z.array(z.object({ section: z.string().optional() })) });

/** What an editor is told of a line, counted from 1 as people do. */
export type Finding = [line: number, message: string];

/** An editor that has opened this project, without a window: it talks to a language server over its standard input. */
export class LanguageClient {
  readonly #server: ChildProcess;
  readonly #settings: Record<string, unknown>;
  readonly #heard = new EventEmitter<Record<string, [unknown]>>();
  readonly #findings = new Map<string, Finding[]>();
  #lastId = 0;

  /** `program` runs in Node; `settings` are those of the editor, by section. */
  constructor(program: string, settings: Record<string, unknown> = {}) {
    this.#settings = settings;
    this.#server = spawn(execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const reader = new MessageReader();
    this.#server.stdout?.on('data', (piece: Buffer) => {
      for (const message of reader.read(piece)) this.#hear(message);
    });
  }

  /** Says hello; gives what the server can do. */
  async start(): Promise<unknown> {
    const textDocument = { completion: { completionItem: { documentationFormat: ['markdown'] } } };
    const capabilities = { textDocument, workspace: { configuration: true } };
    const answer = await this.#ask('initialize', {
      processId: null,
      rootUri: pathToFileURL(PROJECT).href,
      capabilities,
    });
    this.#send({ method: 'initialized', params: {} });
    return answer;
  }

  open(file: string, text: string, languageId = 'yaml'): void {
    this.#send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri: uriOf(file), languageId, version: 1, text } },
    });
  }

  /** The whole text anew, as it is after some typing. */
  type(file: string, text: string): void {
    const params = { textDocument: { uri: uriOf(file), version: 2 }, contentChanges: [{ text }] };
    this.#send({ method: 'textDocument/didChange', params });
  }

  /** What is wrong in a file, as soon as it is what was awaited. */
  async findings(file: string, isAwaited: (found: readonly Finding[]) => boolean): Promise<Finding[]> {
    for (;;) {
      const found = this.#findings.get(uriOf(file));
      if (found && isAwaited(found)) return found;
      await once(this.#heard, 'findings');
    }
  }

  /** The keys or values offered at a place, with what is said of them; lines are counted from 1. */
  async complete(file: string, line: number, character: number): Promise<Map<string, string>> {
    const answer = completed.nullable().parse(await this.#ask('textDocument/completion', at(file, line, character)));
    return new Map(answer?.items.map(({ label, documentation = '' }) => [label, documentation]));
  }

  /** What is said of what the mouse is on. */
  async hover(file: string, line: number, character: number): Promise<string | undefined> {
    return shown.nullable().parse(await this.#ask('textDocument/hover', at(file, line, character)))?.contents;
  }

  /** Says goodbye; gives the server's exit code. */
  async stop(): Promise<unknown> {
    await this.#ask('shutdown', null);
    this.#send({ method: 'exit' });
    const exit: unknown[] = await once(this.#server, 'exit');
    return exit[0];
  }

  #hear({ id, method, params, result }: Message): void {
    if (method === 'workspace/configuration') {
      const { items } = wished.parse(params);
      this.#send({ id, result: items.map(({ section = '' }) => this.#settings[section] ?? null) });
    } else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = published.parse(params);
      this.#findings.set(
        uri,
        diagnostics.map(({ message, range }) => [range.start.line + 1, message]),
      );
      this.#heard.emit('findings', uri);
    } else if (method === undefined) this.#heard.emit(`answer ${String(id)}`, result);
    else if (id !== undefined) this.#send({ id, result: null });
  }

  async #ask(method: string, params: unknown): Promise<unknown> {
    const id = (this.#lastId += 1);
    const heard = once(this.#heard, `answer ${id}`);
    this.#send({ id, method, params });
    const answer: unknown[] = await heard;
    return answer[0];
  }

  #send(message: Message): void {
    this.#server.stdin?.write(toFrame(message));
  }
}

function uriOf(file: string): string {
  return pathToFileURL(join(PROJECT, file)).href;
}

function at(file: string, line: number, character: number): unknown {
  return { textDocument: { uri: uriOf(file) }, position: { line: line - 1, character } };
}

function toText(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'value' in value) return String(value.value);
  return typeof value === 'string' ? value : '';
}

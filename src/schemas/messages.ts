import { z } from 'zod';

const messageSchema = z.looseObject({
  id: z.union([z.number(), z.string(), z.null()]).optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
});

/** A message of the Language Server Protocol: a request, an answer or a notice. */
export type Message = z.output<typeof messageSchema>;

const HEAD_END = '\r\n\r\n';

/** Takes messages out of a stream that comes in pieces (LSP 3.17, Base Protocol). */
export class MessageReader {
  #rest = Buffer.alloc(0);

  /** The messages that this piece completes. Throws an Error at what is no message. */
  read(piece: Buffer): Message[] {
    this.#rest = Buffer.concat([this.#rest, piece]);
    const messages: Message[] = [];
    for (;;) {
      const start = this.#rest.indexOf(HEAD_END) + HEAD_END.length;
      if (start < HEAD_END.length) return messages;
      const length = /^Content-Length: (?<bytes>\d+)$/imu.exec(this.#rest.toString('latin1', 0, start));
      if (!length) throw new Error('a message without its length');
      const end = start + Number(length.groups?.['bytes']);
      if (this.#rest.length < end) return messages;
      messages.push(messageSchema.parse(JSON.parse(this.#rest.toString('utf8', start, end))));
      this.#rest = this.#rest.subarray(end);
    }
  }
}

/** A message as it goes over a stream. */
export function toFrame(message: Message): string {
  const json = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(json)}${HEAD_END}${json}`;
}

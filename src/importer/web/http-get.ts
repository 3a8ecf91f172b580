import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { inflate } from '../containers/inflate.ts';
import { errorText } from '../error-text.ts';
import type { HostAddress } from './check-address.ts';
import type { Patience } from './patience.ts';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Decoded from its compression. Throws a reason where it cannot be had whole. */
  body: AsyncIterable<Uint8Array>;
}

export interface GetOptions {
  /** Where the connection goes; the name in the address is told to the server, and not asked for again. */
  hosts: readonly HostAddress[];
  headers: Readonly<Record<string, string>>;
  patience: Patience;
  /** Bytes of the body, both as sent and decoded. */
  largest: number;
}

const CODINGS = 'gzip, br';
/** No honest server compresses what is compressed twice. */
const MOST_CODINGS = 2;

/**
 * Sends a GET request and gives the answer as soon as its head is there. Throws an error whose message is a reason.
 * Whoever asks ends the patience, and with it the connection.
 */
export async function httpGet(url: URL, options: GetOptions): Promise<Answer> {
  const { patience } = options;
  try {
    const response = await send(url, options);
    patience.heard();
    return { status: response.statusCode ?? 0, headers: response.headers, body: bodyOf(response, options) };
  } catch (error) {
    throw new Error(reasonOf(error, patience));
  }
}

function send(url: URL, { hosts, headers, patience }: GetOptions): Promise<IncomingMessage> {
  patience.connecting();
  return new Promise((resolve, reject) => {
    const isSecure = url.protocol === 'https:';
    const request = (isSecure ? requestHttps : requestHttp)(url, {
      agent: false,
      lookup: pinned(hosts),
      headers: { ...headers, 'accept-encoding': CODINGS },
      signal: patience.signal,
    });
    request.once('socket', (socket) => socket.once(isSecure ? 'secureConnect' : 'connect', () => patience.heard()));
    request.once('response', resolve);
    // Not once: what goes wrong with the body is an error of the response, and one of the request again.
    request.on('error', reject);
    request.end();
  });
}

/** Answers with the addresses that were checked, whatever the name servers say by now. */
function pinned(hosts: readonly HostAddress[]): LookupFunction {
  return (_host, options, done) => {
    const [first] = hosts;
    if (options.all === true) done(null, [...hosts]);
    else if (first) done(null, first.address, first.family);
    else done(new Error('no address'), '', 0);
  };
}

async function* bodyOf(response: IncomingMessage, { patience, largest }: GetOptions): AsyncIterable<Uint8Array> {
  const codings = (response.headers['content-encoding'] ?? '').toLowerCase().split(',');
  const applied = codings.map((coding) => coding.trim()).filter((coding) => coding !== '' && coding !== 'identity');
  try {
    if (applied.length > MOST_CODINGS) throw new Error('it is compressed over and over');
    let stream = heard(response, patience, largest);
    for (const coding of applied.reverse()) stream = inflate(stream, coding, largest);
    yield* stream;
  } catch (error) {
    throw new Error(reasonOf(error, patience));
  }
}

async function* heard(
  response: AsyncIterable<unknown>,
  patience: Patience,
  largest: number,
): AsyncIterable<Uint8Array> {
  let length = 0;
  for await (const chunk of response) {
    if (!(chunk instanceof Uint8Array)) continue;
    patience.heard();
    length += chunk.length;
    // One chunk more is let through, for the reader that has the same limit to refuse it in its words.
    if (length > largest + chunk.length) return;
    yield chunk;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'no server answers at that address',
  ECONNRESET: 'the server broke off the connection',
  EHOSTUNREACH: 'there is no way to the server',
  ENETUNREACH: 'there is no connection to the network',
  EPIPE: 'the server broke off the connection',
  ERR_STREAM_PREMATURE_CLOSE: 'the server broke off the connection',
};

function reasonOf(error: unknown, { signal }: Patience): string {
  const cause: unknown = signal.aborted ? signal.reason : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (/CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY/u.test(code)) return `the server's certificate is not valid (${code})`;
  if (code.startsWith('HPE_')) return 'what answers there does not speak HTTP';
  return REASONS[code] ?? errorText(cause);
}

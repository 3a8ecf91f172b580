/** The package has no types of its own. */
declare module 'html-encoding-sniffer' {
  /** The name of the encoding of an HTML page, by its byte order mark, its transport, or its first 1024 bytes. */
  export default function sniff(
    bytes: Uint8Array,
    options?: { transportLayerEncodingLabel?: string | undefined; defaultEncoding?: string; maxPrescanBytes?: number },
  ): string;
}

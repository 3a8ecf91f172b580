/**
 * An address as an absolute one, without user name and password, if its scheme (`https:`) is among those named; nothing
 * for any other, and for what is no address.
 */
export function absoluteAddress(
  stated: string,
  base: string | undefined,
  schemes: readonly string[],
): string | undefined {
  const url = URL.parse(stated, base);
  if (!url || !schemes.includes(url.protocol)) return undefined;
  url.username = '';
  url.password = '';
  return url.href;
}

/** The schemes of pages. */
export const WEB = ['http:', 'https:'];

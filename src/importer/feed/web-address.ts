/**
 * A stated address as an absolute one of the web, without user name and password; nothing for `javascript:`, `data:`
 * and whatever else no reader may be led to.
 */
export function toWebAddress(stated: string, base?: string): string | undefined {
  const text = stated.trim();
  if (text === '' || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.username = '';
  url.password = '';
  return url.href;
}

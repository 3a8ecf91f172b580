import { absoluteAddress, WEB } from '../absolute-address.ts';

/**
 * A stated address as an absolute one of the web, without user name and password; nothing for `javascript:`, `data:`
 * and whatever else no reader may be led to.
 */
export function toWebAddress(stated: string, base?: string): string | undefined {
  const text = stated.trim();
  return text === '' ? undefined : absoluteAddress(text, base, WEB);
}

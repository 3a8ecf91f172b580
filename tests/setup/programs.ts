import { existsSync } from 'node:fs';
import { env } from 'node:process';

/** Where Caddy is on this machine, if it is: at CADDY_PATH, or in one of the usual places. */
export function findCaddy(): string | undefined {
  return env['CADDY_PATH'] ?? find(['/usr/bin/caddy', '/usr/local/bin/caddy', '/opt/homebrew/bin/caddy']);
}

/** Where Firefox is on this machine, if it is: at FIREFOX_PATH, or in one of the usual places. */
export function findFirefox(): string | undefined {
  const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
  return env['FIREFOX_PATH'] ?? find(places);
}

function find(places: readonly string[]): string | undefined {
  return places.find((path) => existsSync(path));
}

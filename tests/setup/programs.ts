import { existsSync } from 'node:fs';
import { env } from 'node:process';

/** Where Caddy is on this machine, if it is: at CADDY_PATH, or in one of the usual places. */
export function findCaddy(): string | undefined {
  return env['CADDY_PATH'] ?? find(['/usr/bin/caddy', '/usr/local/bin/caddy', '/opt/homebrew/bin/caddy']);
}

/** Where nginx is on this machine, if it is: at NGINX_PATH, or in one of the usual places. */
export function findNginx(): string | undefined {
  return env['NGINX_PATH'] ?? find(['/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx']);
}

/** Where Apache is on this machine, if it is as Debian has it: its modules stand where no other system has them. */
export function findApache(): string | undefined {
  return existsSync(APACHE_MODULES) ? find(['/usr/sbin/apache2']) : undefined;
}

export const APACHE_MODULES = '/usr/lib/apache2/modules';

/** Where Firefox is on this machine, if it is: at FIREFOX_PATH, or in one of the usual places. */
export function findFirefox(): string | undefined {
  const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
  return env['FIREFOX_PATH'] ?? find(places);
}

function find(places: readonly string[]): string | undefined {
  return places.find((path) => existsSync(path));
}

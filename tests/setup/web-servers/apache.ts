import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APACHE_MODULES, findApache } from '../programs.ts';
import { type Certificate, freePorts, runServer, type ServerOrder, type WebServer } from './web-server.ts';

/** What Debian loads, as far as static files ask for it, and what `.htaccess` needs. */
const MODULES = [
  ...['mpm_event', 'authz_core', 'dir', 'mime', 'negotiation', 'autoindex', 'alias', 'filter', 'deflate', 'setenvif'],
  ...['headers', 'ssl'],
];

/** Serves a site by the real Apache, which reads `.htaccess`. Resolves when it answers; throws where there is no Apache. */
export async function startApache(order: ServerOrder, { crt, key }: Certificate): Promise<WebServer> {
  const apache = findApache();
  if (apache === undefined) throw new Error('The tests of hosting need Apache: apt install apache2-bin.');
  const [plain = 0, tls = 0] = await freePorts(2);
  const home = join(order.folder, 'apache');
  mkdirSync(home, { recursive: true });
  // It is nobody special who serves, and may not look into folders of tests: the site stands where everybody may.
  const root = mkdtempSync(join(tmpdir(), 'tearsheet-'));
  chmodSync(root, 0o755);
  cpSync(order.dist, join(root, order.base), { recursive: true });
  const config = join(home, 'httpd.conf');
  writeFileSync(
    config,
    `ServerRoot "${home}"
PidFile pid
ErrorLog error.log
ServerName localhost
${MODULES.map((name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`).join('\n')}
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
TypesConfig /etc/mime.types
Listen 127.0.0.1:${plain}
Listen 127.0.0.1:${tls}
<Directory />
  Require all denied
</Directory>
DocumentRoot "${root}"
<Directory "${root}">
  AllowOverride All
  Require all granted
  Options FollowSymLinks
</Directory>
<VirtualHost *:${tls}>
  SSLEngine on
  SSLCertificateFile "${crt}"
  SSLCertificateKeyFile "${key}"
</VirtualHost>
`,
  );
  const end = await runServer(apache, ['-f', config, '-D', 'FOREGROUND'], [plain, tls]);
  const stop = async (): Promise<void> => {
    await end();
    rmSync(root, { recursive: true });
  };
  return { plain, tls, stop };
}

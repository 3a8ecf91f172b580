import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNginx } from '../programs.ts';
import { type Certificate, freePorts, rootFor, runServer, type ServerOrder, type WebServer } from './web-server.ts';

/** Serves a site by the real nginx, set up as Debian does. Resolves when it answers; throws where there is no nginx. */
export async function startNginx(order: ServerOrder, { crt, key }: Certificate): Promise<WebServer> {
  const nginx = findNginx();
  if (nginx === undefined) {
    throw new Error('The tests of hosting need nginx: apt install nginx-light, or say where it is with NGINX_PATH.');
  }
  const [plain = 0, tls = 0] = await freePorts(2);
  const home = join(order.folder, 'nginx');
  mkdirSync(home, { recursive: true });
  const snippet = order.isBare === true ? '' : `include "${join(order.dist, '_hosts/nginx.conf')}";`;
  writeFileSync(
    join(home, 'nginx.conf'),
    `daemon off;
pid pid;
error_log stderr warn;
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  sendfile on;
  tcp_nopush on;
  access_log off;
  client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp; scgi_temp_path temp; uwsgi_temp_path temp;
  server {
    listen 127.0.0.1:${plain};
    listen 127.0.0.1:${tls} ssl http2;
    ssl_certificate "${crt}";
    ssl_certificate_key "${key}";
    root "${rootFor(order)}";
    ${snippet}
  }
}
`,
  );
  const stop = await runServer(nginx, ['-p', home, '-c', 'nginx.conf', '-e', 'stderr'], [plain, tls]);
  return { plain, tls, stop };
}

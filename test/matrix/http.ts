/** The implementations of HTTP that the matrix has. */
import { DOTTED, type Peer } from './peer.ts';

const STACKS = 'fixtures/stacks/http';

const NGINX = { version: { command: ['nginx', '-v'], pattern: DOTTED }, needs: ['nginx'] } as const;
const APACHE = { version: { command: ['apache2', '-v'], pattern: DOTTED }, needs: ['apache2'] } as const;
const CADDY = { version: { command: ['caddy', 'version'], pattern: DOTTED }, needs: ['caddy'] } as const;
const HAPROXY = { version: { command: ['haproxy', '-v'], pattern: DOTTED }, needs: ['haproxy'] } as const;
const LIGHTTPD = { version: { command: ['lighttpd', '-v'], pattern: DOTTED }, needs: ['lighttpd'] } as const;
const PYTHON = { version: { command: ['python3', '--version'], pattern: DOTTED }, needs: ['python3'] } as const;
const NODE = { version: { command: ['node', '--version'], pattern: DOTTED }, needs: [] } as const;
const CURL = { version: { command: ['curl', '--version'], pattern: DOTTED }, needs: ['curl'] } as const;

function server(name: string, command: string, about: Pick<Peer, 'version' | 'needs'>): Peer {
  const pics = name.toLowerCase().replace(/[ .']+/g, '-');
  return { name, part: 'server', target: `http-server:${command} {port} {root}`, pics, ...about };
}

export const httpPeers: readonly Peer[] = [
  server('nginx', `${STACKS}/nginx.sh`, NGINX),
  server('Apache', `${STACKS}/apache.sh`, APACHE),
  server('lighttpd', `${STACKS}/lighttpd.sh`, LIGHTTPD),
  server('Caddy', `${STACKS}/caddy.sh`, CADDY),
  server('HAProxy', `${STACKS}/haproxy.sh`, HAPROXY),
  server('Node http', `node ${STACKS}/node-http.mjs`, NODE),
  server('Python http.server', `${STACKS}/python-http-server.sh`, PYTHON),
  {
    name: 'curl',
    part: 'client',
    target: `http-client:${STACKS}/curl.sh {method} {field} {file} {proxy} {urls}`,
    pics: 'curl',
    ...CURL,
  },
  {
    name: 'Node fetch',
    part: 'client',
    target: `http-client:node ${STACKS}/node-fetch.mjs {method} {field} {file} {urls}`,
    pics: 'node-fetch',
    ...NODE,
  },
  {
    name: 'Python urllib',
    part: 'client',
    target: `http-client:python3 ${STACKS}/python-urllib.py {method} {field} {file} {urls}`,
    pics: 'python-urllib',
    ...PYTHON,
  },
  between('nginx', 'gateway', `${STACKS}/nginx-gateway.sh {port} {origin}`, NGINX),
  between('HAProxy', 'gateway', `${STACKS}/haproxy-gateway.sh {port} {origin}`, HAPROXY),
  between('Apache', 'gateway', `${STACKS}/apache-gateway.sh {port} {origin}`, APACHE),
  between('Caddy', 'gateway', `${STACKS}/caddy-gateway.sh {port} {origin}`, CADDY),
  between('Apache', 'proxy', `${STACKS}/apache-proxy.sh {port}`, APACHE),
];

function between(
  name: string,
  part: 'gateway' | 'proxy',
  command: string,
  about: Pick<Peer, 'version' | 'needs'>,
): Peer {
  return { name, part, target: `http-proxy:${command}`, pics: `${name.toLowerCase()}-${part}`, ...about };
}

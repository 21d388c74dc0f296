/** The implementations of HTTP that the matrix has: how each is attached, what is declared of it, which version it is. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { projectPath } from '../../src/loader/project.ts';
import type { Need } from '../requires.ts';

export interface Peer {
  readonly name: string;
  readonly part: 'server' | 'client' | 'gateway' | 'proxy';
  /** As --target has it, from the project's folder. */
  readonly target: string;
  /** Its conformance statement in fixtures/deviations/. */
  readonly pics: string;
  /** What says its version, and where in that the version stands. */
  readonly version: { readonly command: readonly [string, ...string[]]; readonly pattern: RegExp };
  readonly needs: readonly Need[];
}

const STACKS = 'fixtures/stacks/http';
const DOTTED = /(\d+(?:\.\d+)+)/;

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

export const peers: readonly Peer[] = [
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

/** Undefined when the program is not there. */
export function versionOf({ version: { command, pattern } }: Peer): string | undefined {
  const [program, ...args] = command;
  const { error, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return error === undefined ? pattern.exec(stdout + stderr)?.[1] : undefined;
}

/** Words for `assay run` that say what is declared of it. */
export function statementOf({ pics }: Peer): readonly string[] {
  const path = projectPath('fixtures', 'deviations', `${pics}.json`);
  return existsSync(path) ? ['--pics', `fixtures/deviations/${pics}.json`] : [];
}

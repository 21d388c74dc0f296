/** `assay serve --http`: the reference origin on sockets of this machine, until it is told to end. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { AssayError } from '../../contract/assay-error.ts';
import { type Resources, Site } from '../../reference/http/index.ts';
import { portRefused } from '../port-refused.ts';
import { folderResources } from './folder-resources.ts';
import { SocketCarrier } from './socket-carrier.ts';

export interface HttpPlan {
  /** 0: any that is free. */
  readonly port: number;
  /** The address to listen on; nobody else's by default. */
  readonly address: string;
  /** The folder that is served; undefined: what the reference has by itself. */
  readonly root: string | undefined;
}

/** Beyond the site's own limit a client is told so; beyond this one it is not even heard. */
const MOST_SOCKETS = 8_192;

/**
 * Resolves when `ended` does.
 *
 * @param announce told in one line what is served once it is
 * @throws AssayError ERR_INPUT without the folder, ERR_TARGET_UNAVAILABLE without the port
 */
export async function serveHttp(
  plan: HttpPlan,
  announce: (line: string) => void,
  ended: Promise<unknown>,
): Promise<void> {
  const site = new Site(plan.root === undefined ? {} : { resources: resourcesOf(plan.root) });
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    new SocketCarrier(socket, site);
  });
  server.maxConnections = MOST_SOCKETS;
  await listening(server, plan);
  try {
    const { port, family, address } = server.address() as AddressInfo;
    const host = family === 'IPv6' ? `[${address}]` : address;
    announce(`http://${host}:${port}/ serves ${plan.root ?? 'what the reference has by itself'}; Ctrl-C ends it`);
    await ended;
  } finally {
    server.close();
    for (const socket of sockets) socket.destroy();
  }
}

function resourcesOf(root: string): Resources {
  try {
    return folderResources(root);
  } catch (cause) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException;
    throw new AssayError('ERR_INPUT', `serve: --root ${root} is no folder that can be read (${code})`, { cause });
  }
}

async function listening(server: Server, { port, address }: HttpPlan): Promise<void> {
  server.listen(port, address);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw portRefused('serve', address, port, cause);
  }
}

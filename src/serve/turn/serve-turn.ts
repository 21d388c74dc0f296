/** `assay serve --turn`: the reference TURN server on a port of this machine until it is told to end. */
import { type ServerOptions, turnServer, type User } from '../../reference/turn/index.ts';
import { portRefused } from '../port-refused.ts';
import { LiveServer } from './live-server.ts';
import { nodeCrypto } from './node-crypto.ts';

export interface TurnPlan {
  readonly port: number;
  readonly listen: string;
  readonly relayAt: readonly string[];
  readonly realm: string;
  readonly users: readonly User[];
  readonly options: Partial<ServerOptions>;
}

/**
 * Resolves when `ended` does.
 *
 * @param announce told in one line where it serves, once it does
 * @throws AssayError ERR_TARGET_UNAVAILABLE when the port cannot be had
 */
export async function serveTurn(
  plan: TurnPlan,
  announce: (line: string) => void,
  ended: Promise<unknown>,
): Promise<void> {
  const live = await open(plan);
  const { address, port } = live.served;
  const [user] = plan.users;
  const host = address.includes(':') ? `[${address}]` : address;
  announce(`turn://${user?.name}@${host}:${port} over UDP and TCP, realm ${plan.realm}; Ctrl-C ends it`);
  try {
    await ended;
  } finally {
    live.close();
  }
}

async function open({ port, listen, relayAt, realm, users, options }: TurnPlan): Promise<LiveServer> {
  // Node's sockets cannot set the DF bit.
  const whole = { ...options, dontFragment: false };
  try {
    return await LiveServer.open(
      (served) => turnServer({ served: [served], relayAt, realm, users, options: whole }, nodeCrypto()),
      { address: listen, port },
    );
  } catch (cause) {
    throw portRefused('serve', listen, port, cause);
  }
}

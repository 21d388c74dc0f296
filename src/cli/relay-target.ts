/** `relay:HOST:PORT/KEY`: a node of HPR/1 that runs, met as a stranger and a client meet it. */
import { lookup } from 'node:dns/promises';
import { AssayError } from '../contract/assay-error.ts';
import { fromHex, hexFaultAt } from '../contract/hex.ts';
import type { TargetKind } from '../harness/target.ts';
import { LiveNodeSeat, liveNodeTarget } from '../harness/targets/nodes/target.ts';
import { SocketsSeat } from '../harness/targets/sockets/seat.ts';
import type { RunningNode } from '../harness/world/world.ts';
import { greet } from '../kits/relay/greet.ts';
import { identifierOf } from '../kits/relay/identity.ts';

/** Microseconds. */
const HANG_LIMIT = 3_000_000;
const KEY_DIGITS = 64;

export const relayKind: TargetKind = {
  /** @throws AssayError ERR_USAGE for what is no such place, ERR_TARGET_UNREACHABLE when nobody is met there */
  attach: async (rest, { hangLimit = HANG_LIMIT }) => {
    const running = await readPlace(rest);
    const meet = async (): Promise<readonly string[]> => {
      const seat = new LiveNodeSeat(running, new SocketsSeat({ served: running.endpoint, hangLimit, isThere: yes }));
      const { world } = await seat.surface('nodes');
      return greet(world, running, hangLimit).finally(() => seat.leave());
    };
    const capabilities = await meet();
    const info = {
      spec: `relay:${rest}`,
      name: 'a node of HPR/1',
      capabilities: [...capabilities],
      clock: 'real' as const,
    };
    const isThere = (): Promise<boolean> => meet().then(yes, () => false);
    return liveNodeTarget({ info, protocols: ['relay'], running, hangLimit, isThere });
  },
};

const yes = async (): Promise<boolean> => true;

/** @throws AssayError ERR_USAGE, ERR_TARGET_UNREACHABLE */
async function readPlace(rest: string): Promise<RunningNode> {
  const [, host = '', port = '', key = ''] = /^([^/:]+):([0-9]{1,5})\/([0-9a-f]+)$/.exec(rest) ?? [];
  if (host === '' || Number(port) > 65_535 || key.length !== KEY_DIGITS || hexFaultAt(key) >= 0) {
    throw new AssayError(
      'ERR_USAGE',
      `--target relay:${rest}: not of the form relay:HOST:PORT/KEY, as assay serve says it`,
    );
  }
  try {
    const { address } = await lookup(host, { family: 4 });
    return { name: 'iut', node: identifierOf(fromHex(key)), key, endpoint: { address, port: Number(port) } };
  } catch (cause) {
    throw new AssayError('ERR_TARGET_UNREACHABLE', `relay node ${host}: no such host`, { cause });
  }
}

/** The words that start a lane: plainly, or for servers inside a network namespace of its own where one can be made. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A namespace of its own; for who is not root, as root of a user namespace of its own. */
const NAMESPACES = [['--net'], ['--net', '--user', '--map-root-user']];

/** @param main the lane's program, as a URL; @param servers whether it judges servers */
export function laneEntry(main: string, servers: boolean, only = process.env.ASSAY_SANDBOX): string[] {
  const program = [process.execPath, ...process.execArgv, fileURLToPath(main)];
  const kind = only === undefined || only === '' ? [] : [only];
  if (!servers) return [...program, 'no-server', ...kind];
  const namespace = NAMESPACES.find(
    (words) => spawnSync('unshare', [...words, 'true'], { stdio: 'ignore' }).status === 0,
  );
  if (namespace === undefined) return [...program, 'no-network-namespace', ...kind];
  return ['unshare', ...namespace, ...program, 'own-network', ...kind];
}

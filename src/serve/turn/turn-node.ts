/**
 * TURN servers of the reference behind `node/open` and `node/step` of contract 1: one a scenario, in virtual time. What becomes of relayed addresses is of no concern here, where every address is the server's own.
 */
import { toHex } from '../../contract/hex.ts';
import { random } from '../../net/random.ts';
import {
  type Datagram,
  type Endpoint,
  type ServerOptions,
  type Transport,
  turnServer,
  type User,
} from '../../reference/turn/index.ts';
import type { ServedNode } from '../nodes.ts';
import { integerOf, invalid, listOf, type Members, objectOf, octetsOf, textOf } from '../params.ts';
import { nodeCrypto } from './node-crypto.ts';

/** Of a server; some of them contradict each other, and each scenario is told which it relies on. */
export const TURN_CAPABILITIES: readonly string[] = [
  'stun.binding',
  'stun.password-algorithms',
  'stun.rfc8489',
  'turn.authentication',
  'turn.ipv4-only',
  'turn.ipv6',
  'turn.peer-filter',
  'turn.quota',
  'turn.rfc8656',
  'turn.server',
  'turn.tcp',
  'turn.udp',
  'turn.without-df',
];

/** @throws PortError */
export function openTurnServer(params: Members): ServedNode {
  const addresses = listOf(params.addresses, 'addresses').map((each, index) => endpointOf(each, `addresses[${index}]`));
  const [served] = addresses;
  if (served === undefined) throw invalid('addresses', 'an address at least');
  const dice = random(integerOf(params.seed, 'seed'));
  const config = {
    served: [served],
    relayAt: addresses.map(({ address }) => address),
    realm: textOf(params.realm ?? 'assay', 'realm'),
    users: listOf(params.accounts ?? [], 'accounts').map(userOf),
    options: objectOf(params.settings ?? {}, 'settings') as Partial<ServerOptions>,
  };
  const server = turnServer(
    config,
    nodeCrypto((length) => dice.octets(length)),
  );
  return {
    told: {},
    step: (now, inputs) => {
      const arrived = inputs.map((each, index) => datagramOf(each, `inputs[${index}]`));
      const { outputs, wakeAt } = server.step(now, arrived);
      const sent = outputs.filter((output): output is Datagram => 'octets' in output);
      return { outputs: sent.map(written), wakeAt: wakeAt ?? null };
    },
  };
}

export function written({ octets, from, to, transport }: Datagram): object {
  return { datagram: toHex(octets), from, to, ...(transport === 'udp' ? {} : { transport }) };
}

export function datagramOf(value: unknown, at: string): Datagram {
  const { datagram, from, to, transport = 'udp' } = objectOf(value, at);
  if (transport !== 'udp' && transport !== 'tcp') throw invalid(`${at}.transport`, 'udp or tcp');
  return {
    octets: octetsOf(datagram, `${at}.datagram`),
    from: endpointOf(from, `${at}.from`),
    to: endpointOf(to, `${at}.to`),
    transport: transport satisfies Transport,
  };
}

export function endpointOf(value: unknown, at: string): Endpoint {
  const { address, port } = objectOf(value, at);
  return { address: textOf(address, `${at}.address`), port: integerOf(port, `${at}.port`) };
}

function userOf(value: unknown, index: number): User {
  const { name, password } = objectOf(value, `accounts[${index}]`);
  return { name: textOf(name, `accounts[${index}].name`), password: textOf(password, `accounts[${index}].password`) };
}

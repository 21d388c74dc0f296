/** Relay nodes and directories of the reference behind `node/open` and `node/step` of contract 1. */
import { toHex } from '../../contract/hex.ts';
import { METHOD_NOT_FOUND, PortError } from '../../contract/port.ts';
import { random } from '../../net/random.ts';
import {
  type AccountWords,
  type Call,
  countingModel,
  type Datagram,
  type Endpoint,
  isCall,
  isParameter,
  type NodeConfig,
  type Output,
  openNode,
} from '../../reference/relay/index.ts';
import type { ServedNode } from '../nodes.ts';
import { integerOf, invalid, listOf, type Members, objectOf, octetsOf, textOf } from '../params.ts';
import { nodeCrypto } from './node-crypto.ts';

const HIGHEST_PORT = 65_535;

/** @throws PortError */
export function openRelayNode(params: Members): ServedNode {
  const node = openNode(configOf(params));
  return {
    told: { node: node.id, key: node.key },
    step: (now, inputs) => {
      const { outputs, wakeAt } = node.step(now, inputs.map(inputOf));
      // Timers fall due between two microseconds; a step is at a whole one.
      return { outputs: outputs.map(written), wakeAt: wakeAt === undefined ? null : Math.ceil(wakeAt) };
    },
  };
}

function configOf(params: Members): NodeConfig {
  const { role, name, password, directory, secret } = params;
  if (role !== 'directory' && role !== 'node' && role !== 'relay')
    throw invalid('role', '"directory", "node" or "relay"');
  const { willing, bandwidth, counted, ...numbers } = settingsOf(params.settings);
  const { octets, below } = random(integerOf(params.seed, 'seed'));
  return {
    role,
    crypto: counted === true ? countingModel() : nodeCrypto,
    chance: { octets, below },
    endpoints: listOf(params.addresses, 'addresses').map((each, index) => endpointOf(each, `addresses[${index}]`)),
    isWilling: willing !== false,
    settings: numbersOf(numbers),
    bootstrap: listOf(params.bootstrap ?? [], 'bootstrap').map((each, index) => knownOf(each, `bootstrap[${index}]`)),
    accounts: listOf(params.accounts ?? [], 'accounts').map((each, index) => accountOf(each, `accounts[${index}]`)),
    contacts: textsOf(params.contacts, 'contacts'),
    ...(secret === undefined ? {} : { secret: octetsOf(secret, 'secret') }),
    ...(name === undefined ? {} : { name: textOf(name, 'name') }),
    ...(password === undefined ? {} : { password: textOf(password, 'password') }),
    ...(directory === undefined ? {} : { directory: knownOf(directory, 'directory') }),
    ...(bandwidth === undefined ? {} : { bandwidth: integerOf(bandwidth, 'settings.bandwidth') }),
  };
}

function settingsOf(value: unknown): Members {
  return value === undefined ? {} : objectOf(value, 'settings');
}

function numbersOf(members: Members): NonNullable<NodeConfig['settings']> {
  for (const [name, value] of Object.entries(members)) {
    if (!isParameter(name)) throw invalid(`settings.${name}`, 'the name of a parameter');
    if (typeof value !== 'number' || !(value >= 0)) throw invalid(`settings.${name}`, 'a number, not below 0');
  }
  return members as NonNullable<NodeConfig['settings']>;
}

function textsOf(value: unknown, member: string): string[] {
  return listOf(value ?? [], member).map((each, index) => textOf(each, `${member}[${index}]`));
}

function accountOf(value: unknown, member: string): AccountWords {
  const { name, password, contacts } = objectOf(value, member);
  return {
    name: textOf(name, `${member}.name`),
    password: textOf(password, `${member}.password`),
    contacts: textsOf(contacts, `${member}.contacts`),
  };
}

function knownOf(value: unknown, member: string): { readonly endpoint: Endpoint; readonly key: string } {
  return { endpoint: endpointOf(value, member), key: toHex(octetsOf(objectOf(value, member).key, `${member}.key`)) };
}

function endpointOf(value: unknown, member: string, transport: Endpoint['transport'] = 'udp'): Endpoint {
  const { address, port } = objectOf(value, member);
  return {
    address: textOf(address, `${member}.address`),
    port: integerOf(port, `${member}.port`, HIGHEST_PORT),
    transport,
  };
}

function inputOf(value: unknown, index: number): Datagram | Call {
  const at = `inputs[${index}]`;
  const members = objectOf(value, at);
  if (members.datagram !== undefined) {
    const { transport = 'udp' } = members;
    if (transport !== 'udp' && transport !== 'tcp') throw invalid(`${at}.transport`, '"udp" or "tcp"');
    return {
      octets: octetsOf(members.datagram, `${at}.datagram`),
      from: endpointOf(members.from, `${at}.from`, transport),
      to: endpointOf(members.to, `${at}.to`, transport),
    };
  }
  const call = textOf(members.call, `${at}.call`);
  if (!isCall(call)) throw new PortError(METHOD_NOT_FOUND, `${at}: no call ${call}`);
  return { ...members, call, ref: integerOf(members.ref, `${at}.ref`) };
}

function written(output: Output): object {
  if (!('octets' in output) || !('from' in output) || typeof output.from === 'string') return output;
  const { octets, from, to } = output as Datagram;
  const place = ({ address, port }: Endpoint): object => ({ address, port });
  const transport = to.transport === 'udp' ? {} : { transport: to.transport };
  return { datagram: toHex(octets), from: place(from), to: place(to), ...transport };
}

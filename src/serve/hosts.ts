/** The reference's hosts behind the contract: opened, stepped and closed by id. */
import { toHex } from '../contract/hex.ts';
import { METHOD_NOT_FOUND, PortError } from '../contract/port.ts';
import { type Host, type HostConfig, host, type Transfer } from '../reference/ipv4/index.ts';
import { addressOf, integerOf, invalid, listOf, type Members, objectOf, octetsOf } from './params.ts';
import { transports } from './transports.ts';

interface OpenHost {
  readonly host: Host;
  readonly interfaces: number;
  now: number;
}

export class Hosts {
  readonly #open = new Map<number, OpenHost>();

  open(params: Members): object {
    const id = integerOf(params.id, 'id');
    if (this.#open.has(id)) throw invalid('id', 'one that is not open');
    const config = configOf(params);
    this.#open.set(id, { host: host(config, transports), interfaces: config.interfaces.length, now: 0 });
    return {};
  }

  step(params: Members): object {
    const open = this.#find(params);
    const now = integerOf(params.now, 'now');
    if (now < open.now) throw invalid('now', `at least ${open.now}, the time of the step before`);
    const inputs = listOf(params.inputs, 'inputs').map((input, index) => transferOf(input, index, open.interfaces));
    open.now = now;
    const { outputs, wakeAt } = open.host.step(now, inputs);
    return {
      outputs: outputs.map(({ datagram, interface: port }) => ({ datagram: toHex(datagram), interface: port })),
      wakeAt: wakeAt ?? null,
    };
  }

  close(params: Members): object {
    this.#find(params);
    this.#open.delete(integerOf(params.id, 'id'));
    return {};
  }

  #find(params: Members): OpenHost {
    const open = this.#open.get(integerOf(params.id, 'id'));
    if (open === undefined) throw invalid('id', 'one that is open');
    return open;
  }
}

function configOf(params: Members): HostConfig {
  const { role } = params;
  if (role !== 'host' && role !== 'router') throw invalid('role', '"host" or "router"');
  const interfaces = listOf(params.interfaces, 'interfaces').map((each, index) => {
    const at = `interfaces[${index}]`;
    const { address, prefix, mtu } = objectOf(each, at);
    return {
      address: addressOf(address, `${at}.address`),
      prefix: integerOf(prefix, `${at}.prefix`, 32),
      mtu: mtuOf(mtu, `${at}.mtu`),
    };
  });
  if (interfaces.length === 0) throw invalid('interfaces', 'one at least');
  const routes = listOf(params.routes, 'routes').map((each, index) => {
    const at = `routes[${index}]`;
    const { destination, prefix, interface: port, gateway } = objectOf(each, at);
    return {
      destination: addressOf(destination, `${at}.destination`),
      prefix: integerOf(prefix, `${at}.prefix`, 32),
      interface: integerOf(port, `${at}.interface`, interfaces.length - 1),
      ...(gateway === undefined ? {} : { gateway: addressOf(gateway, `${at}.gateway`) }),
    };
  });
  const wanted = params.capabilities === undefined ? [] : listOf(params.capabilities, 'capabilities');
  const sourceRoutes = wanted.includes('ipv4.source-route');
  return { seed: integerOf(params.seed, 'seed'), role, interfaces, routes, sourceRoutes };
}

/** RFC 791 section 3.2: a link carries 68 octets at least. */
function mtuOf(value: unknown, member: string): number {
  const mtu = integerOf(value, member, 65535);
  if (mtu < 68) throw invalid(member, 'a number of 68 to 65535');
  return mtu;
}

function transferOf(input: unknown, index: number, interfaces: number): Transfer {
  const at = `inputs[${index}]`;
  const members = objectOf(input, at);
  if (members.call !== undefined) throw new PortError(METHOD_NOT_FOUND, `${at}: no call ${String(members.call)}`);
  return {
    datagram: octetsOf(members.datagram, `${at}.datagram`),
    interface: integerOf(members.interface, `${at}.interface`, interfaces - 1),
  };
}

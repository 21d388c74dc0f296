/** The reference's hosts behind the contract: opened, stepped and closed by id. */
import { toHex } from '../contract/hex.ts';
import { type Host, type HostConfig, host, type Transfer, type Work } from '../reference/ipv4/index.ts';
import { HostCalls } from './host-calls.ts';
import { Opened } from './opened.ts';
import { addressOf, integerOf, invalid, listOf, type Members, objectOf, octetsOf } from './params.ts';
import { above } from './transports.ts';

interface OpenHost {
  readonly host: Host;
  readonly calls: HostCalls;
  readonly interfaces: number;
}

export class Hosts {
  readonly #open = new Opened<OpenHost>();

  /** @throws PortError */
  open(params: Members): object {
    this.#open.open(params, () => {
      const config = configOf(params);
      const { transports, tcp } = above(config.seed);
      return { host: host(config, transports), calls: new HostCalls(tcp), interfaces: config.interfaces.length };
    });
    return {};
  }

  /** @throws PortError */
  step(params: Members): object {
    return this.#open.step(params, (open, now) => {
      const inputs = listOf(params.inputs, 'inputs').map((input, index) => inputOf(input, index, open));
      const { outputs, wakeAt } = open.host.step(now, inputs);
      return {
        outputs: [
          ...outputs.map(({ datagram, interface: port }) => ({ datagram: toHex(datagram), interface: port })),
          ...open.calls.take(),
        ],
        wakeAt: wakeAt ?? null,
      };
    });
  }

  /** @throws PortError */
  close(params: Members): object {
    return this.#open.close(params);
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

function inputOf(input: unknown, index: number, { interfaces, calls }: OpenHost): Transfer | Work {
  const at = `inputs[${index}]`;
  const members = objectOf(input, at);
  if (members.call !== undefined) return calls.work(members, at);
  return {
    datagram: octetsOf(members.datagram, `${at}.datagram`),
    interface: integerOf(members.interface, `${at}.interface`, interfaces - 1),
  };
}

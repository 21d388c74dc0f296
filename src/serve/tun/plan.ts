/** What `assay serve --tun` is asked for: the words of the command line, read and held against each other. */
import { AssayError } from '../../contract/assay-error.ts';
import { isTunName, NAME_WORDS } from '../../linux/tun-name.ts';
import type { HostConfig } from '../../reference/ipv4/index.ts';
import { parseDotted } from '../../wire/runtime/address.ts';

export interface TunWords {
  readonly role: HostConfig['role'];
  readonly tun: readonly string[];
  /** `A/P`, as the others in the order of the devices. */
  readonly address?: readonly string[];
  readonly peer?: readonly string[];
  readonly mtu?: number;
}

export interface Network {
  readonly address: string;
  readonly prefix: number;
}

export interface TunInterface {
  readonly name: string;
  /** The reference's. */
  readonly own: Network;
  /** The kernel's, to be set. */
  readonly peer: Network | undefined;
}

export interface TunPlan {
  readonly role: HostConfig['role'];
  readonly interfaces: readonly TunInterface[];
  /** To be set; undefined: as the device has it. */
  readonly mtu: number | undefined;
}

/** In RFC 2544's block for measurements, so that no real network is met. */
const DEFAULT_ADDRESS = '198.18.0.1/17';

/** @throws AssayError ERR_USAGE */
export function planOf({ role, tun, address, peer = [], mtu }: TunWords): TunPlan {
  const addresses = address ?? (tun.length === 1 ? [DEFAULT_ADDRESS] : []);
  if (addresses.length !== tun.length) {
    throw usage(`each --tun needs an --address of its own: ${tun.length} and ${addresses.length} are given`);
  }
  if (peer.length > tun.length) throw usage(`more --peer (${peer.length}) than --tun (${tun.length})`);
  const named = new Set(tun);
  if (named.size < tun.length) throw usage('the same --tun is given twice');
  const interfaces = tun.map((name, at) => ({
    name: nameOf(name),
    own: networkOf(addresses[at]!, '--address'),
    peer: peer[at] === undefined ? undefined : networkOf(peer[at], '--peer'),
  }));
  return { role, interfaces, mtu };
}

function nameOf(name: string): string {
  if (isTunName(name)) return name;
  throw usage(`--tun ${name}: ${NAME_WORDS}`);
}

function networkOf(text: string, option: string): Network {
  const [, address, digits] = /^([^/]*)\/([0-9]{1,2})$/.exec(text) ?? [];
  const prefix = Number(digits);
  if (address !== undefined && parseDotted(address) !== undefined && prefix <= 32) return { address, prefix };
  throw usage(`${option} ${text}: it takes an address and a prefix length, for instance ${DEFAULT_ADDRESS}`);
}

function usage(text: string): AssayError {
  return new AssayError('ERR_USAGE', `serve: ${text}`);
}

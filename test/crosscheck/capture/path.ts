/**
 * Three network namespaces in a row, each with the kernel's own stack: a client, a router, a server. The links between
 * them are TUN devices, and this process is their wire: it hands on what the one side sends, and keeps a copy. The
 * second link takes 576 octets, the first one 1500. Gone when closed.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { NetworkNamespace } from '../../../src/harness/targets/kernel/namespace.ts';
import { applySysctls } from '../../../src/harness/targets/kernel/sysctls.ts';
import { configure } from '../../../src/linux/interfaces.ts';
import { libc, type PollHandle } from '../../../src/linux/libc.ts';
import { openTun, type TunFile } from '../../../src/linux/tun-file.ts';
import type { CapturedPacket } from '../../../src/net/pcap.ts';

export const CLIENT = '198.18.0.1';
/** On the client's side. */
export const ROUTER = '198.18.0.254';
export const SERVER = '198.18.1.1';
/** Of networks that only the router knows of: it has no way there, may not go there, or goes by way of a neighbour. */
export const NO_ROUTE = '198.18.8.1';
export const UNREACHABLE = '198.18.9.1';
export const PROHIBITED = '198.18.10.1';
export const BEYOND_THE_CLIENT = '198.18.11.1';
export const BEYOND_THE_SERVER = '198.18.12.1';

type Stack = 'client' | 'router' | 'server';

const INTERFACES: readonly { stack: Stack; name: string; address: string; mtu: number }[] = [
  { stack: 'client', name: 'tun0', address: CLIENT, mtu: 1500 },
  { stack: 'router', name: 'tun0', address: ROUTER, mtu: 1500 },
  { stack: 'router', name: 'tun1', address: '198.18.1.254', mtu: 576 },
  { stack: 'server', name: 'tun0', address: SERVER, mtu: 576 },
];

const ROUTES: Readonly<Record<Stack, readonly string[]>> = {
  client: [`default via ${ROUTER}`],
  router: [
    'unreachable 198.18.9.0/24',
    'prohibit 198.18.10.0/24',
    '198.18.11.0/24 via 198.18.0.7',
    `198.18.12.0/24 via ${SERVER}`,
  ],
  server: ['default via 198.18.1.254'],
};

export class Path {
  readonly #stacks: Readonly<Record<Stack, NetworkNamespace>>;
  readonly #files: TunFile[] = [];
  readonly #polls: PollHandle[] = [];
  readonly #seen: CapturedPacket[] = [];
  readonly #began = process.hrtime.bigint();
  /** What the wire loses on the second link. */
  lose: (datagram: Uint8Array) => boolean = () => false;

  /** @throws SystemCallError EPERM without the right to make a namespace; Error when `ip` refuses */
  constructor() {
    const calls = libc();
    const stack = (): NetworkNamespace => new NetworkNamespace(calls);
    this.#stacks = { client: stack(), router: stack(), server: stack() };
    for (const { stack: owner, name, address, mtu } of INTERFACES) {
      this.#stacks[owner].within(() => {
        this.#files.push(openTun(calls, name));
        applySysctls([name], { role: 'router', sourceRoutes: true });
        configure(calls, 'lo');
        configure(calls, name, { address, prefix: 24, mtu });
      });
    }
    for (const owner of Object.keys(ROUTES) as Stack[]) {
      for (const route of ROUTES[owner]) this.#runIp(owner, route);
    }
    for (const [end, file] of this.#files.entries()) this.#polls.push(file.onReadable(() => this.#pump(file, end)));
  }

  /** Everything that crossed a link, in order; what the wire then lost, too. */
  get seen(): readonly CapturedPacket[] {
    return this.#seen;
  }

  /** Runs at once on the stack's namespace, where files and sockets that it opens stay. */
  within<T>(stack: Stack, run: () => T): T {
    return this.#stacks[stack].within(run);
  }

  /** Runs a program of the client's to its end, however it ends: a ping without an answer fails. */
  async client(program: string, ...words: string[]): Promise<void> {
    const child: ChildProcess = this.within('client', () => spawn(program, words, { stdio: 'ignore' }));
    await once(child, 'exit');
  }

  /** Hands the router a datagram as if the client had sent it. */
  inject(datagram: Uint8Array): void {
    this.#carry(datagram, 0);
  }

  close(): void {
    for (const poll of this.#polls) poll.close();
    for (const file of this.#files) file.close();
    for (const stack of Object.values(this.#stacks)) stack.close();
  }

  #runIp(stack: Stack, route: string): void {
    const { status, stderr } = this.within(stack, () =>
      spawnSync('ip', ['route', 'add', ...route.split(' ')], { encoding: 'utf8' }),
    );
    if (status !== 0) throw new Error(`ip route add ${route}: ${stderr}`);
  }

  #pump(file: TunFile, end: number): void {
    for (let datagram = file.read(); datagram !== undefined; datagram = file.read()) this.#carry(datagram, end);
  }

  /** Ends 0 and 1 are the first link's, 2 and 3 the second's. */
  #carry(datagram: Uint8Array, end: number): void {
    const at = Number((process.hrtime.bigint() - this.#began) / 1000n);
    this.#seen.push({ octets: datagram, at });
    if (end >= 2 && this.lose(datagram)) return;
    this.#files[end ^ 1]?.write(datagram);
  }
}

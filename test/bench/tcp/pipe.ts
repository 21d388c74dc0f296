/**
 * Two stacks in one process and a connection between them: what one sends goes to the other in bursts, one each half
 * round trip of virtual time. Both make and verify both checksums, as on a wire; nothing else happens to a datagram but
 * that one in so many is lost.
 */
import { random } from '../../../src/net/random.ts';
import { type Host, host, type Transfer, type Work } from '../../../src/reference/ipv4/index.ts';
import { type Connection, listen, open, receive, send, Tcp } from '../../../src/reference/tcp/index.ts';

const [HERE, THERE] = [0x0a000001, 0x0a000002];
const PORT = 9;
/** Microseconds. */
const HALF_ROUND_TRIP = 500;
const BUFFER = 262_144;
const CHUNK = 65_536;

function end(address: number): { readonly tcp: Tcp; readonly host: Host } {
  const tcp = new Tcp({ secret: address, receiveBuffer: BUFFER, sendBuffer: BUFFER });
  const interfaces = [{ address, prefix: 24, mtu: 1500 }];
  return { tcp, host: host({ seed: 1, role: 'host', interfaces, routes: [] }, [tcp]) };
}

export class Pipe {
  readonly #left = end(HERE);
  readonly #right = end(THERE);
  readonly #loss: number;
  readonly #draw = random(5681);
  #connection: Connection | undefined;
  #now = 0;
  #toLeft: readonly Transfer[] = [];
  #toRight: readonly Transfer[] = [];
  #received = 0;
  #sum = 0;
  #data: Uint8Array = new Uint8Array();
  #sent = 0;

  /** `loss`: how many datagrams of a thousand are lost, each way. */
  constructor(loss: number) {
    this.#loss = loss;
    const { tcp } = this.#right;
    this.#right.host.step(0, [work(tcp, () => listen(tcp, PORT, () => ({ readable: (one) => this.#read(one) })))]);
    const tuple = { localAddress: HERE, localPort: 1000, remoteAddress: THERE, remotePort: PORT };
    this.#step('left', [
      work(this.#left.tcp, () => {
        this.#connection = open(this.#left.tcp, tuple, { writable: () => this.#write() });
      }),
    ]);
    while (this.#connection?.state !== 'ESTABLISHED') this.#pass();
  }

  /** Sends it all, and waits until all has come; a number made of what came. */
  transfer(data: Uint8Array): number {
    const until = this.#received + data.length;
    this.#data = data;
    this.#sent = 0;
    this.#step('left', [work(this.#left.tcp, () => this.#write())]);
    while (this.#received < until) this.#pass();
    return this.#sum;
  }

  #write(): void {
    while (this.#sent < this.#data.length) {
      const taken = send(this.#left.tcp, this.#connection!, this.#data.subarray(this.#sent, this.#sent + CHUNK));
      if (taken <= 0) return;
      this.#sent += taken;
    }
  }

  #read(connection: Connection): void {
    for (;;) {
      const octets = receive(this.#right.tcp, connection, CHUNK);
      if (octets === undefined || octets.length === 0) return;
      this.#received += octets.length;
      this.#sum = (this.#sum + octets[0]! + octets.at(-1)!) | 0;
    }
  }

  /** Half a round trip later, or when a timer runs out while nothing is on its way. */
  #pass(): void {
    const isQuiet = this.#toLeft.length + this.#toRight.length === 0;
    const wakes = [this.#left.tcp.wakeAt ?? Infinity, this.#right.tcp.wakeAt ?? Infinity];
    this.#now = isQuiet ? Math.max(this.#now, Math.min(...wakes)) : this.#now + HALF_ROUND_TRIP;
    const [toLeft, toRight] = [this.#toLeft, this.#toRight];
    this.#toLeft = [];
    this.#toRight = [];
    this.#step('right', toRight);
    this.#step('left', toLeft);
  }

  #step(side: 'left' | 'right', inputs: readonly (Transfer | Work)[]): void {
    const { outputs } = (side === 'left' ? this.#left : this.#right).host.step(this.#now, inputs);
    const kept = this.#loss === 0 ? outputs : outputs.filter(() => this.#draw.below(1000) >= this.#loss);
    if (side === 'left') this.#toRight = [...this.#toRight, ...kept];
    else this.#toLeft = [...this.#toLeft, ...kept];
  }
}

function work(tcp: Tcp, run: () => unknown): Work {
  return (state, now) =>
    tcp.during(state, now, () => {
      run();
    });
}

/** The tester as a peer: a UDP socket that knows nothing of TURN, to which relayed datagrams come. */
import type { Scene } from '../../harness/scene.ts';
import type { SocketsSurface, TesterSocket, TransportAddress } from '../../harness/surface.ts';
import { DATA_LAYER } from './describe.ts';
import { type Came, SocketLog } from './inbox.ts';

export class PeerEnd {
  readonly log: SocketLog;

  constructor(scene: Scene, surface: SocketsSurface, socket: TesterSocket) {
    this.log = new SocketLog(scene.evidence, surface, socket, DATA_LAYER);
  }

  get local(): TransportAddress {
    return this.log.socket.local;
  }

  async send(octets: Uint8Array, to: TransportAddress): Promise<void> {
    await this.log.send(octets, to);
  }

  /** Each payload of the tester is another one, so that it is known by its octets. */
  findData(data: Uint8Array, within: number): Promise<Came | undefined> {
    return this.log.find(({ octets }) => sameOctets(octets, data), within);
  }
}

export function sameOctets(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((octet, at) => octet === other[at]);
}

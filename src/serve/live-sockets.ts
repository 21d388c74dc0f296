/** Sockets of what is served live: for datagrams, and a listener for streams on the same port. */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

export interface Place {
  /** IPv4 or IPv6. */
  readonly address: string;
  /** 0 for one that is free. */
  readonly port: number;
}

/** What the kernel keeps while we are busy. */
const BUFFER_OCTETS = 1 << 20;
/** How many free ports are tried: one that is free for datagrams may be somebody's for streams. */
const PORTS_TRIED = 20;

/**
 * A socket that takes addresses as they are: there is nothing to look up. What ICMP tells of earlier datagrams is dropped.
 *
 * @throws the error of a socket that cannot be had, for instance EADDRINUSE
 */
export async function datagramSocket({ address, port }: Place): Promise<Socket> {
  const family = address.includes(':') ? 6 : 4;
  const socket = createSocket({
    type: `udp${family}`,
    recvBufferSize: BUFFER_OCTETS,
    lookup: (host, _options, done) => done(null, host, family),
  });
  // Without a look-up it may listen before `bind` is back.
  const listening = once(socket, 'listening');
  socket.bind({ port, address, exclusive: true });
  await listening;
  socket.on('error', () => {});
  return socket;
}

/** @throws the error of a socket that cannot be had, for instance EADDRINUSE */
export async function socketAndListener(place: Place): Promise<{ readonly udp: Socket; readonly tcp: Server }> {
  for (let left = PORTS_TRIED; ; left -= 1) {
    const udp = await datagramSocket(place);
    const tcp = createServer({ noDelay: true });
    try {
      tcp.listen(udp.address().port, place.address);
      await once(tcp, 'listening');
      return { udp, tcp };
    } catch (fault) {
      udp.close();
      const isTaken = (fault as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (place.port !== 0 || !isTaken || left === 0) throw fault;
    }
  }
}

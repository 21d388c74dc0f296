/** Octets that an end of an idle connection holds in the reference: both hosts, the connections between them open. */
import { host, type Transfer, type Work } from '../../../src/reference/ipv4/index.ts';
import { listen, open, receive, send, Tcp } from '../../../src/reference/tcp/index.ts';
import { heldBy } from './held-by.ts';

const [HERE, THERE] = [0x0a000001, 0x0a000002];
const [PORT, FIRST_PORT] = [9, 1024];
/** Microseconds, more than any acknowledgement is put off. */
const STEP = 1_000_000;
const GREETING = new Uint8Array(32);

const [count, greets] = [Number(process.argv[2]), process.argv[3] === 'greet'];
console.log(await heldBy(count, connected));

/** If they are to greet, a buffer that stays when it is empty counts. */
function connected(connections: number): unknown {
  const [client, server] = [end(HERE), end(THERE)];
  let heard = 0;
  const hear = (): void => void listen(server.tcp, PORT, () => ({ readable: (one) => (heard += read(one)) }));
  const read = (connection: Parameters<typeof receive>[1]): number =>
    receive(server.tcp, connection, GREETING.length)?.length ?? 0;
  server.host.step(0, [work(server.tcp, hear)]);
  for (let at = 0; at < connections; at += 1) {
    let toServer = client.host.step(at * STEP, [work(client.tcp, () => connect(client.tcp, FIRST_PORT + at))]).outputs;
    while (toServer.length > 0) {
      const toClient: readonly Transfer[] = server.host.step(at * STEP, toServer).outputs;
      toServer = client.host.step(at * STEP, toClient).outputs;
    }
    const { outputs } = server.host.step(at * STEP + STEP / 2, []);
    client.host.step(at * STEP + STEP / 2, outputs);
  }
  const found = [client.tcp.connections, server.tcp.connections, heard];
  const wanted = [connections, connections, greets ? connections * GREETING.length : 0];
  if (`${found}` !== `${wanted}`) throw new Error(`connections and octets heard: ${found}, not ${wanted}`);
  return [client, server];
}

function connect(tcp: Tcp, localPort: number): void {
  const tuple = { localAddress: HERE, localPort, remoteAddress: THERE, remotePort: PORT };
  open(tcp, tuple, { opened: (connection) => void (greets && send(tcp, connection, GREETING)) });
}

function end(address: number): { readonly tcp: Tcp; readonly host: ReturnType<typeof host> } {
  const tcp = new Tcp({ secret: address });
  const interfaces = [{ address, prefix: 24, mtu: 1500 }];
  return { tcp, host: host({ seed: 1, role: 'host', interfaces, routes: [] }, [tcp]) };
}

function work(tcp: Tcp, run: () => void): Work {
  return (state, now) => tcp.during(state, now, run);
}

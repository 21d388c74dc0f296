/** The reference origin on a free port, which it writes; until its input ends. */
import { type AddressInfo, createServer } from 'node:net';
import { Site } from '../../../src/reference/http/index.ts';
import { SocketCarrier } from '../../../src/serve/http/socket-carrier.ts';

const site = new Site();
const server = createServer({ allowHalfOpen: true }, (socket) => new SocketCarrier(socket, site));
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
process.stdin.resume().on('end', () => process.exit());

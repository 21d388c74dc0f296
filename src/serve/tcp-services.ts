/**
 * The small services that a tester talks to when it has no other user at the far end: echo (RFC 862), discard (RFC 863),
 * daytime (RFC 867), which closes first, and character generator (RFC 864), which never ends.
 */
import { type Application, type Connection, close, listen, receive, send, type Tcp } from '../reference/tcp/index.ts';

const ECHO = 7;
const DISCARD = 9;
const DAYTIME = 13;
const CHARACTERS = 19;
const CHUNK = 8192;

/** `epoch`: milliseconds from 1970 to where the host's own time begins. */
export function openServices(tcp: Tcp, epoch: number): void {
  listen(tcp, ECHO, () => echo(tcp));
  listen(tcp, DISCARD, () => ({ readable: (connection) => discardAll(tcp, connection) }));
  listen(tcp, DAYTIME, () => daytime(tcp, epoch));
  listen(tcp, CHARACTERS, () => characters(tcp));
}

/** Takes no more than it can send back, so that what nobody reads fills the window and not the memory. */
function echo(tcp: Tcp): Application {
  const pump = (connection: Connection): void => {
    for (;;) {
      const octets = receive(tcp, connection, Math.min(CHUNK, connection.sent.room));
      if (octets === undefined) close(tcp, connection);
      if (octets === undefined || octets.length === 0) return;
      send(tcp, connection, octets);
    }
  };
  return { readable: pump, writable: pump };
}

function discardAll(tcp: Tcp, connection: Connection): void {
  for (;;) {
    const octets = receive(tcp, connection, CHUNK);
    if (octets === undefined) close(tcp, connection);
    if (octets === undefined || octets.length === 0) return;
  }
}

function daytime(tcp: Tcp, epoch: number): Application {
  return {
    opened: (connection) => {
      const time = new Date(Math.floor(epoch + tcp.now / 1000)).toISOString();
      send(tcp, connection, new TextEncoder().encode(`${time}\r\n`));
      close(tcp, connection);
    },
  };
}

const PRINTABLE = Array.from({ length: 95 }, (_, at) => 32 + at);
const LINE = 72;
/** All lines there are: every one starts one character later than the one before it. */
const LINES = Uint8Array.from(
  PRINTABLE.flatMap((_, line) => [...Array.from({ length: LINE }, (__, at) => PRINTABLE[(line + at) % 95]!), 13, 10]),
);

function characters(tcp: Tcp): Application {
  let at = 0;
  const pump = (connection: Connection): void => {
    for (;;) {
      const taken = send(tcp, connection, LINES.subarray(at));
      if (taken <= 0) return;
      at = (at + taken) % LINES.length;
    }
  };
  return { opened: pump, writable: pump, readable: (connection) => discardAll(tcp, connection) };
}

/**
 * spec/tcp/connection.machine.json and the reference, held to one another: whatever happens, only transitions of the
 * data occur, each at its event; and all of them do.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toHex } from '../../src/contract/hex.ts';
import { readDocument } from '../../src/loader/document.ts';
import { projectPath } from '../../src/loader/project.ts';
import type { Connection } from '../../src/reference/tcp/connection.ts';
import { abort, close, receive, send, shutdown, Tcp } from '../../src/reference/tcp/index.ts';
import { icmp } from '../unit/reference/ipv4/bench.ts';
import { Bench } from '../unit/reference/tcp/bench.ts';

const machine = readDocument('machine', projectPath('spec', 'tcp', 'connection.machine.json'));
const nameOf = (from: string, event: string, to: string) => `${from} -- ${event} --> ${to}`;
const legal = new Set(machine.transitions.map(({ from, event, to }) => nameOf(from, event, to)));

test('states and events are those that transitions name, and no transition stands twice', () => {
  const names = machine.states.map(({ name }) => name);
  const events = machine.events.map(({ name }) => name);
  expect(names).toHaveLength(11);
  expect(new Set(machine.transitions.flatMap(({ from, to }) => [from, to]))).toEqual(new Set(names));
  expect(new Set(machine.transitions.map(({ event }) => event))).toEqual(new Set(events));
  expect(legal.size).toBe(machine.transitions.length);
  expect(names).toContain(machine.initial);
});

/** Which events of the machine something that happens can be. */
const CAUSES: Readonly<Record<string, (what: string) => boolean>> = {
  'passive OPEN': (what) => what === 'listen',
  'active OPEN': (what) => what === 'open',
  CLOSE: (what) => what === 'shutdown' || what === 'close',
  ABORT: (what) => what === 'abort',
  'rcv SYN': (what) => /^\S*SYN/.test(what),
  'rcv SYN,ACK': (what) => /^\S*SYN\S*ACK/.test(what),
  'rcv ACK of SYN': (what) => /^\S*ACK/.test(what),
  'rcv FIN': (what) => /^\S*FIN/.test(what) || what.endsWith('data'),
  'rcv ACK of FIN': (what) => /^\S*ACK/.test(what),
  'rcv RST': (what) => /^\S*RST/.test(what),
  'rcv data': (what) => what.endsWith('data'),
  '2MSL timeout': (what) => what === 'pause',
  'user timeout': (what) => what === 'pause',
  unreachable: (what) => what === 'unreachable',
};

/** A TCP that notes every change of a connection's state. */
class WatchedTcp extends Tcp {
  readonly changes: { from: string; to: string }[] = [];

  override add(connection: Connection): void {
    let { state } = connection;
    // What TIME-WAIT gave way to is the same two sockets' next connection.
    const last = this.changes.at(-1);
    if (last?.from === 'TIME-WAIT' && last.to === 'CLOSED' && state === 'SYN-RECEIVED') last.to = state;
    else this.changes.push({ from: connection.openedBy === 'active' ? 'CLOSED' : 'LISTEN', to: state });
    Object.defineProperty(connection, 'state', {
      get: () => state,
      set: (to: Connection['state']) => {
        this.changes.push({ from: state, to });
        state = to;
      },
    });
    this.newest = connection;
    super.add(connection);
  }

  newest: Connection | undefined;
}

/** What happens next: drawn by number, so that it can be made of the connection's own numbers. */
function happen(bench: Bench, tcp: WatchedTcp, choice: number): string {
  const connection = tcp.newest;
  const theirs = connection ? (connection.rcv.nxt - connection.irs) | 0 : 0;
  const own = connection ? (connection.snd.max - connection.iss) | 0 : 0;
  const unacknowledged = connection ? (connection.snd.una - connection.iss) | 0 : 0;
  const isOpening = connection?.state === 'SYN-SENT' || connection === undefined;
  const at = isOpening ? 0 : theirs;
  const segment = (words: string, data = ''): string => {
    bench.send(words, { data });
    return data === '' ? words : `${words} data`;
  };
  const call = (name: string, run: (one: Connection) => void): string => {
    if (connection) bench.user(() => run(connection));
    return name;
  };
  switch (choice % 16) {
    case 0:
      return segment(`SYN ${isOpening ? 0 : at + 10}`);
    case 1:
      return segment(`SYN,ACK ${at} ack ${own}`);
    case 2:
    case 3:
      return segment(`ACK ${at} ack ${own}`);
    case 4:
      return segment(`FIN,ACK ${at} ack ${own}`);
    case 5:
      return segment(`FIN,ACK ${at} ack ${Math.max(1, unacknowledged)}`);
    case 6:
      return segment(`RST,ACK ${at} ack ${own}`);
    case 7:
      return segment(`ACK ${at} ack ${choice < 480 ? own : Math.max(1, unacknowledged)}`, 'data');
    case 8:
      return call('shutdown', (one) => shutdown(tcp, one));
    case 9:
      return call('close', (one) => close(tcp, one));
    case 10:
      return choice % 3 === 0 ? call('abort', (one) => abort(tcp, one)) : 'nothing';
    case 11:
      bench.pass(choice % 2 === 0 ? 500 : 300_000);
      return 'pause';
    case 12:
      return call('write', (one) => send(tcp, one, Uint8Array.of(1, 2, 3)));
    case 13:
      if (connection) bench.arrive(portUnreachable(connection));
      return 'unreachable';
    case 14:
      return call('read', (one) => receive(tcp, one, 100));
    default:
      bench.pass(1);
      return 'pause';
  }
}

/** Quotes the first octets of what the connection sent last. */
function portUnreachable({ localPort, remotePort, snd }: Connection): Uint8Array {
  const quoted = new Uint8Array(28);
  const view = new DataView(quoted.buffer);
  quoted.set([0x45, 0, 0, 40, 0, 0, 0, 0, 64, 6, 0, 0, 10, 0, 0, 1, 10, 0, 0, 9]);
  view.setUint16(20, localPort);
  view.setUint16(22, remotePort);
  view.setInt32(24, snd.una);
  return icmp({ type: 3, code: 3, data: toHex(quoted) });
}

const walks = fc.record({
  start: fc.constantFrom('listen', 'open', 'both'),
  choices: fc.array(fc.nat(959), { minLength: 4, maxLength: 14 }),
});

/** CLOSE in CLOSING with something unread; data after CLOSE that does not acknowledge the FIN. */
const RARE: [{ start: string; choices: number[] }][] = [
  [{ start: 'both', choices: [8, 487, 5, 9] }],
  [{ start: 'both', choices: [9, 487] }],
];

test('only transitions of the data occur, each at its event; and all of them do', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(walks, ({ start, choices }) => {
      const tcp = new WatchedTcp();
      const bench = new Bench({}, 1500, tcp);
      if (start === 'open') bench.open();
      else bench.listen();
      if (start !== 'open') seen.add(nameOf('CLOSED', 'passive OPEN', 'LISTEN'));
      note(start === 'open' ? 'open' : 'listen');
      if (start === 'both') for (const words of ['SYN 0', 'ACK 1 ack 1']) note(bench.send(words) && words);
      for (const choice of choices) note(happen(bench, tcp, choice));
      if (start !== 'open') {
        bench.unlisten();
        seen.add(nameOf('LISTEN', 'CLOSE', 'CLOSED'));
      }

      function note(what: string): void {
        for (const { from, to: into } of tcp.changes.splice(0)) {
          const goesBack = from === 'SYN-RECEIVED' && into === 'CLOSED' && tcp.newest?.openedBy === 'passive';
          const to = goesBack && /SYN|RST/.test(what) ? 'LISTEN' : into;
          const names = machine.events.map(({ name }) => name).filter((name) => CAUSES[name]!(what));
          const made = names.map((name) => nameOf(from, name, to)).filter((name) => legal.has(name));
          expect(made, `${from} to ${to} at ${what}`).not.toEqual([]);
          for (const name of made) seen.add(name);
        }
      }
    }),
    { numRuns: 1500, seed: 9293, examples: RARE },
  );
  expect([...legal].filter((name) => !seen.has(name))).toEqual([]);
});

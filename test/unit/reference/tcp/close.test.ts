/** The end of a connection: CLOSE, ABORT, FIN, RST and TIME-WAIT (RFC 9293 sections 3.6, 3.10.4, 3.10.5, 3.10.7.4). */
import { describe, expect, test } from 'vitest';
import { Bench, timestamps } from './bench.ts';

/** Walks an established connection into each state. */
const INTO: Readonly<Record<string, (tcp: Bench) => void>> = {
  ESTABLISHED: () => undefined,
  'FIN-WAIT-1': (tcp) => tcp.shutdown(),
  'FIN-WAIT-2': (tcp) => {
    tcp.shutdown();
    tcp.send('ACK 1 ack 2');
  },
  'CLOSE-WAIT': (tcp) => tcp.send('FIN,ACK 1 ack 1'),
  CLOSING: (tcp) => {
    tcp.shutdown();
    tcp.send('FIN,ACK 1 ack 1');
  },
  'LAST-ACK': (tcp) => {
    tcp.send('FIN,ACK 1 ack 1');
    tcp.shutdown();
  },
  'TIME-WAIT': (tcp) => {
    tcp.shutdown();
    tcp.send('FIN,ACK 1 ack 2');
  },
};

function inState(state: string): Bench {
  const tcp = new Bench().established();
  INTO[state]!(tcp);
  expect(tcp.state).toBe(state);
  tcp.told.length = 0;
  return tcp;
}

const STATES = Object.keys(INTO);
/** Our next number and the peer's, by state. */
const next = (tcp: Bench) => {
  const { snd, iss, rcv, irs } = tcp.connection;
  return { own: (snd.max - iss) | 0, theirs: (rcv.nxt - irs) | 0 };
};

describe.each(STATES)('%s', (state) => {
  test('a reset at the next number ends it', () => {
    const tcp = inState(state);
    expect(tcp.send(`RST ${next(tcp).theirs}`)).toEqual([]);
    expect(tcp.state).toBe('CLOSED');
    const how = ['CLOSING', 'LAST-ACK'].includes(state) ? ['ended closed'] : ['ended reset'];
    expect(tcp.told).toEqual(state === 'TIME-WAIT' ? [] : how);
  });

  test('a reset elsewhere in the window is asked about; outside nothing is said', () => {
    const tcp = inState(state);
    const { own, theirs } = next(tcp);
    expect(tcp.send(`RST ${theirs + 1}`)).toEqual([`ACK ${own} ack ${theirs}`]);
    expect(tcp.send(`RST ${theirs - 1}`)).toEqual([]);
    expect(tcp.state).toBe(state);
  });

  test('a SYN is asked about, wherever it lies', () => {
    const tcp = inState(state);
    const { own, theirs } = next(tcp);
    for (const at of state === 'TIME-WAIT' ? [theirs - 5] : [theirs - 5, theirs, theirs + 5])
      expect(tcp.send(`SYN ${at}`)).toEqual([`ACK ${own} ack ${theirs}`]);
    expect(tcp.state).toBe(state);
  });

  test('an old segment is answered, one without ACK is not', () => {
    const tcp = inState(state);
    const { own, theirs } = next(tcp);
    expect(tcp.send(`ACK ${theirs - 1} ack ${own}`)).toEqual([`ACK ${own} ack ${theirs}`]);
    expect(tcp.send(`PSH ${theirs}`, { data: 'x' })).toEqual([]);
  });

  test('an acknowledgement of what was never sent is answered, and nothing of it is taken', () => {
    const tcp = inState(state);
    const { own, theirs } = next(tcp);
    expect(tcp.send(`ACK ${theirs} ack ${own + 1}`, { data: 'x' })).toEqual([`ACK ${own} ack ${theirs}`]);
    expect(tcp.state).toBe(state);
  });

  test('ABORT resets it', () => {
    const tcp = inState(state);
    const { own, theirs } = next(tcp);
    expect(tcp.abort()).toEqual(state === 'TIME-WAIT' ? [] : [`RST,ACK ${own} ack ${theirs}`]);
    expect(tcp.tcp.connections).toBe(0);
  });

  test('SEND is refused once CLOSE was called', () => {
    const tcp = inState(state);
    const sent = tcp.write('abc');
    expect(sent.length > 0).toBe(['ESTABLISHED', 'CLOSE-WAIT'].includes(state));
  });
});

test('they close first', () => {
  const tcp = new Bench().established();
  expect(tcp.send('FIN,ACK 1 ack 1')).toEqual(['ACK 1 ack 2']);
  expect([tcp.state, ...tcp.told]).toEqual(['CLOSE-WAIT', 'readable']);
  expect(tcp.read()).toBeUndefined();
  expect(tcp.write('bye')).toEqual(['PSH,ACK 1:4 ack 2']);
  expect(tcp.shutdown()).toEqual(['FIN,ACK 4 ack 2']);
  expect(tcp.state).toBe('LAST-ACK');
  tcp.send('ACK 2 ack 4');
  expect(tcp.state).toBe('LAST-ACK');
  expect(tcp.send('ACK 2 ack 5')).toEqual([]);
  expect([tcp.state, tcp.told.at(-1)]).toEqual(['CLOSED', 'ended closed']);
});

test('we close first', () => {
  const tcp = new Bench().established();
  expect(tcp.shutdown()).toEqual(['FIN,ACK 1 ack 1']);
  expect(tcp.send('ACK 1 ack 2', { data: 'late' })).toEqual([]);
  expect([tcp.state, tcp.read()]).toEqual(['FIN-WAIT-2', 'late']);
  expect(tcp.send('FIN,ACK 5 ack 2')).toEqual(['ACK 2 ack 6']);
  expect(tcp.state).toBe('TIME-WAIT');
  tcp.pass(239_999);
  expect(tcp.state).toBe('TIME-WAIT');
  tcp.pass(1);
  expect(tcp.state).toBe('CLOSED');
  expect(tcp.told.filter((each) => each.startsWith('ended'))).toEqual(['ended closed']);
});

test('both close at once', () => {
  const tcp = inState('CLOSING');
  expect(tcp.send('ACK 2 ack 2')).toEqual([]);
  expect([tcp.state, ...tcp.told]).toEqual(['TIME-WAIT', 'ended closed']);
});

test('what was read late is still there after TIME-WAIT', () => {
  const tcp = new Bench().established();
  tcp.shutdown();
  tcp.send('FIN,ACK 1 ack 2', { data: 'late' });
  tcp.pass(240_000);
  expect([tcp.state, tcp.read(), tcp.read()]).toEqual(['CLOSED', 'late', undefined]);
});

test('a FIN that comes too early waits for what is missing', () => {
  const tcp = new Bench().established();
  expect(tcp.send('FIN,ACK 4 ack 1', { data: 'def' })).toEqual(['ACK 1 ack 1']);
  expect(tcp.state).toBe('ESTABLISHED');
  expect(tcp.send('ACK 1 ack 1', { data: 'abc' })).toEqual(['ACK 1 ack 8']);
  expect([tcp.state, tcp.read()]).toEqual(['CLOSE-WAIT', 'abcdef']);
});

test('a FIN beyond the window is cut off', () => {
  const tcp = new Bench({ receiveBuffer: 2048 }).established();
  expect(tcp.send('FIN,ACK 1 ack 1', { data: 'x'.repeat(2048) })).toEqual(['ACK 1 ack 2049']);
  expect(tcp.state).toBe('ESTABLISHED');
});

test('a FIN is sent again until it is acknowledged', () => {
  const tcp = new Bench().established();
  tcp.shutdown();
  expect(tcp.pass(4000)).toEqual(['+1000 FIN,ACK 1 ack 1', '+3000 FIN,ACK 1 ack 1']);
  tcp.send('ACK 1 ack 2');
  expect(tcp.pass(100_000)).toEqual([]);
});

test('a FIN waits for the data before it, and goes out with the last of it', () => {
  const tcp = new Bench().established();
  tcp.write('x'.repeat(3000));
  expect(tcp.shutdown()).toEqual([]);
  expect(tcp.state).toBe('FIN-WAIT-1');
  expect(tcp.send('ACK 1 ack 2145')).toEqual(['ACK 2145:2681 ack 1', 'PSH,FIN,ACK 2681:3001 ack 1']);
});

test('who closes without reading resets; who reads nothing more resets when data comes', () => {
  const unread = new Bench().established();
  unread.send('ACK 1 ack 1', { data: 'x' });
  expect(unread.close()).toEqual(['RST,ACK 1 ack 2']);
  const deaf = new Bench().established();
  expect(deaf.close()).toEqual(['FIN,ACK 1 ack 1']);
  expect(deaf.send('ACK 1 ack 2', { data: 'x' })).toEqual(['RST,ACK 2 ack 2']);
  expect(deaf.told.at(-1)).toBe('ended reset');
});

test('CLOSE before our SYN is acknowledged: the FIN goes out at once', () => {
  const tcp = new Bench();
  tcp.open();
  tcp.send('SYN 0');
  expect(tcp.shutdown()).toEqual(['FIN,ACK 1 ack 1']);
  expect(tcp.state).toBe('FIN-WAIT-1');
  expect(tcp.pass(1000)).toEqual(['+1000 SYN,ACK 0 ack 1']);
  tcp.send('ACK 1 ack 2');
  expect(tcp.state).toBe('FIN-WAIT-2');
});

test('CLOSE in SYN-SENT is the end', () => {
  const tcp = new Bench();
  tcp.open();
  expect(tcp.shutdown()).toEqual([]);
  expect(tcp.told).toEqual(['ended closed']);
});

describe('TIME-WAIT', () => {
  test('a FIN that comes again is acknowledged, and the wait begins anew', () => {
    const tcp = inState('TIME-WAIT');
    tcp.pass(200_000);
    expect(tcp.send('FIN,ACK 1 ack 2')).toEqual(['ACK 2 ack 2']);
    tcp.pass(239_999);
    expect(tcp.state).toBe('TIME-WAIT');
    tcp.pass(1);
    expect(tcp.state).toBe('CLOSED');
  });

  test('a SYN above what was received begins a new connection, with a number above', () => {
    const tcp = inState('TIME-WAIT');
    const { iss, snd } = tcp.connection;
    expect(tcp.send('SYN 100')).toEqual(['SYN,ACK 0 ack 101']);
    expect((tcp.last[0]!.sequenceNumber - snd.max) | 0).toBeGreaterThan(0);
    expect(tcp.last[0]!.sequenceNumber).not.toBe(iss);
  });

  test('timestamps decide where both have them', () => {
    const options = [timestamps(1000), { kind: 1 as const }, { kind: 1 as const }];
    const tcp = new Bench().established({ options });
    tcp.shutdown();
    tcp.send('FIN,ACK 1 ack 2', { options });
    expect(tcp.state).toBe('TIME-WAIT');
    expect(tcp.send('SYN 100', { options: [timestamps(999)] })).toEqual(['ACK 2 ack 2']);
    expect(tcp.send('SYN -100', { options: [timestamps(1001)] })).toEqual(['SYN,ACK 0 ack -99']);
  });
});

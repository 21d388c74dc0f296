/** Timestamps (RFC 7323 sections 3.2, 4.3 and 5): what is agreed on, what is returned, what a reset tells. */
import { expect, test } from 'vitest';
import { Bench, timestamps } from './bench.ts';

const stamped = (value: number) => ({ options: [timestamps(value)] });

function returned({ last }: Bench): number | undefined {
  const stamps = last.at(-1)?.options.find(({ kind }) => kind === 8) as { readonly echo?: number } | undefined;
  return stamps?.echo;
}

test('a reset returns the timestamp of what it answers, and has none of its own', () => {
  const tcp = new Bench();
  expect(tcp.send('SYN 0', stamped(77))).toEqual(['RST,ACK 0 ack 1']);
  expect(tcp.last[0]?.options).toContainEqual(timestamps(0, 77));
});

test('a reset that answers a segment without timestamps has none', () => {
  const tcp = new Bench();
  tcp.send('SYN 0');
  expect(tcp.last[0]?.options).toEqual([]);
});

test.each([
  ['an acknowledgement in the window moves it on', 'ACK 1 ack 1', 1020],
  ['an old segment does not', 'ACK 0 ack 1', 1000],
  ['one beyond the window does not', 'ACK 70000 ack 1', 1000],
])('which timestamp is returned: %s', (_, words, expected) => {
  const tcp = new Bench().established(stamped(1000));
  tcp.send(words, stamped(1020));
  tcp.send('ACK 0 ack 1', stamped(1020));
  expect(returned(tcp)).toBe(expected);
});

test('none in a SYN, none in its answer; those that come all the same are passed over', () => {
  const tcp = new Bench().established();
  tcp.send('PSH,ACK 1 ack 1', { data: 'abc', ...stamped(5) });
  expect(tcp.read()).toBe('abc');
  expect(returned(tcp)).toBeUndefined();
});

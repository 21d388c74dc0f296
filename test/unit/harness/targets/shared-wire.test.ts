import { expect, onTestFinished, test } from 'vitest';
import { SharedWire } from '../../../../src/harness/targets/shared-wire.ts';
import { TimedFile } from '../../../../src/harness/targets/timed-file.ts';
import { echoRequest } from './kernel/datagrams.ts';

const LIMIT = 10_000_000;

/** An interface whose datagrams the test gives, and which it can break. */
function port() {
  const waiting: Uint8Array[] = [];
  let broken: Error | undefined;
  let readable: () => void = () => undefined;
  const file = new TimedFile({
    what: 'the device',
    read: () => {
      if (broken) throw broken;
      return waiting.shift();
    },
    write: () => undefined,
    onReadable: (callback) => {
      readable = callback;
      return { unref: () => undefined, close: () => undefined };
    },
    close: () => undefined,
  });
  const come = (destination: string): void => {
    waiting.push(echoRequest('198.18.0.1', destination, 1));
    readable();
  };
  const breaks = (fault: Error): void => {
    broken = fault;
    readable();
  };
  return { file, come, breaks };
}

function wired() {
  const [left, right] = [port(), port()];
  const wire = new SharedWire([left.file, right.file]);
  onTestFinished(() => wire.close());
  return { left, right, wire };
}

test('each scenario gets what is for its addresses, and hears where it came out', async () => {
  const { left, right, wire } = wired();
  const [one, other] = [wire.open(0x0102), wire.open(0x0103)];
  left.come('198.18.1.2');
  right.come('198.18.129.3');
  expect(await one.receive(LIMIT)).toMatchObject({ interface: 0 });
  expect(await other.receive(LIMIT)).toMatchObject({ interface: 1 });
  expect([await one.receive(0), await other.receive(0)]).toEqual([undefined, undefined]);
});

test('when an interface breaks, all who wait are told at once, after what came before', async () => {
  const { left, right, wire } = wired();
  const fault = new Error('gone');
  const [one, other] = [wire.open(2), wire.open(3)];
  right.come('198.18.0.3');
  const waiting = one.receive(LIMIT);
  left.breaks(fault);
  await expect(waiting).rejects.toBe(fault);
  expect(await other.receive(LIMIT)).toMatchObject({ interface: 1 });
  await expect(other.receive(LIMIT)).rejects.toBe(fault);
  expect(() => wire.send(new Uint8Array(20), 1)).toThrow(fault);
});

test('there is no interface but those', () => {
  expect(() => wired().wire.send(new Uint8Array(20), 2)).toThrow(RangeError);
});

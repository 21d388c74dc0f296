import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { DatagramFile } from '../../../../src/linux/datagram-file.ts';
import type { StepResult } from '../../../../src/reference/ipv4/config.ts';
import type { Host, Transfer } from '../../../../src/reference/ipv4/index.ts';
import { LiveHost } from '../../../../src/serve/tun/live-host.ts';

interface Step {
  readonly now: number;
  readonly inputs: readonly Transfer[];
}

/** A file whose datagrams the test gives, by calling `come`. */
class FakeFile implements DatagramFile {
  readonly what = 'the device';
  readonly written: number[] = [];
  readonly #waiting: Uint8Array[] = [];
  #callback: () => void = () => undefined;
  polled = false;
  open = true;
  gone = false;
  full = false;

  read(): Uint8Array | undefined {
    if (this.gone) throw Object.assign(new Error('read: EBADFD'), { syscall: 'read' });
    return this.#waiting.shift();
  }

  write(datagram: Uint8Array): void {
    if (this.full) throw Object.assign(new Error('write: ENOBUFS'), { syscall: 'write' });
    this.written.push(datagram[0]!);
  }

  onReadable(callback: () => void) {
    this.#callback = callback;
    this.polled = true;
    const close = (): void => {
      this.polled = false;
    };
    return { unref: () => undefined, close };
  }

  close(): void {
    this.open = false;
  }

  come(...octets: number[]): void {
    for (const octet of octets) this.#waiting.push(Uint8Array.of(octet));
    this.#callback();
  }
}

/** Files on which a host lives that sends each datagram back by the next interface, and wants to be woken once. */
function live(ports: number, wakeAfter?: number) {
  const steps: Step[] = [];
  const host: Host = {
    step: (now, given): StepResult => {
      const inputs = given.filter((input) => typeof input !== 'function');
      const wakeAt = wakeAfter !== undefined && inputs.length > 0 ? now + wakeAfter : undefined;
      steps.push({ now, inputs });
      return { outputs: inputs.map((input) => ({ ...input, interface: (input.interface + 1) % ports })), wakeAt };
    },
  };
  const files = Array.from({ length: ports }, () => new FakeFile());
  const alive = new LiveHost(host, files);
  onTestFinished(() => alive.close());
  return { steps, files, alive, left: files[0]!, right: files.at(-1)! };
}

test('what comes at one interface goes where the host sends it', () => {
  const { left, right } = live(2);
  left.come(1, 2);
  right.come(3);
  expect([left.written, right.written]).toEqual([[3], [1, 2]]);
});

test('a flood is taken in steps', () => {
  const { steps, left } = live(1);
  left.come(...Array.from({ length: 100 }, (_, at) => at));
  left.come();
  left.come();
  expect(steps.map(({ inputs }) => inputs.length)).toEqual([64, 36]);
});

test('it is woken when it wants to be, not before, and time never runs back', async () => {
  const { steps, left } = live(1, 20_000);
  left.come(1);
  await pause(200);
  expect(steps.map(({ inputs }) => inputs.length)).toEqual([1, 0]);
  expect(steps[1]!.now - steps[0]!.now).toBeGreaterThanOrEqual(20_000);
  expect(steps.every(({ now }) => Number.isSafeInteger(now))).toBe(true);
});

test('what the link does not take is lost, and the host goes on', () => {
  const { left } = live(1);
  left.full = true;
  left.come(1);
  left.full = false;
  left.come(2);
  expect(left.written).toEqual([2]);
});

test('a device that is gone ends it, and is told', async () => {
  const { alive, files, left } = live(2);
  left.gone = true;
  left.come();
  await expect(alive.failed).rejects.toThrow('EBADFD');
  expect(files.map(({ open, polled }) => open || polled)).toEqual([false, false]);
});

test('a closed one does nothing more', async () => {
  const { alive, steps, left } = live(1, 1_000);
  left.come(1);
  alive.close();
  left.come(2);
  await pause(30);
  expect(steps).toHaveLength(1);
});

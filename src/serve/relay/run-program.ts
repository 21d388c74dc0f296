/**
 * A program that a peer has handed over, run: a WebAssembly module without imports, in a worker of its own that is ended at its
 * deadline. It exports `memory` and `run`, which gives where its outcome lies and how long it is, as one 64-bit number:
 * place times 2^32, plus octets (spec/relay/hpr-1.md section 9.7). This is outside the deterministic part of a node.
 */
import { Worker } from 'node:worker_threads';
import { programFault } from './program-limits.ts';

export type Outcome =
  | { readonly ok: true; readonly octets: Uint8Array }
  | { readonly ok: false; readonly error: string };

export interface ProgramLimits {
  /** Of its memory; 16 MiB when left out. */
  readonly octets?: number;
  /** Of its outcome; 64 KiB when left out. */
  readonly outcome?: number;
  /** Milliseconds; a second when left out. */
  readonly deadline?: number;
}

/** Whole, as text: a worker that needs no file runs the same from source, from dist and in a bundle. */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const { program, most } = workerData;
try {
  const module = new WebAssembly.Module(program);
  if (WebAssembly.Module.imports(module).length > 0) throw new Error('it has imports');
  const { run, memory } = new WebAssembly.Instance(module).exports;
  if (typeof run !== 'function' || !(memory instanceof WebAssembly.Memory)) throw new Error('it exports no run and memory');
  const packed = BigInt.asUintN(64, BigInt(run()));
  const [place, length] = [Number(packed >> 32n), Number(packed & 0xffffffffn)];
  if (length > most || place + length > memory.buffer.byteLength) throw new Error('its outcome is out of bounds');
  parentPort.postMessage({ ok: true, octets: new Uint8Array(memory.buffer.slice(place, place + length)) });
} catch (thrown) {
  parentPort.postMessage({ ok: false, error: String(thrown && thrown.message) });
}`;

const [MEMORY, OUTCOME, DEADLINE, TABLE] = [16 << 20, 1 << 16, 1_000, 65_536];

export function runProgram(program: Uint8Array, limits: ProgramLimits = {}): Promise<Outcome> {
  const { octets = MEMORY, outcome = OUTCOME, deadline = DEADLINE } = limits;
  const fault = programFault(program, { octets, tableEntries: TABLE });
  if (fault !== undefined) return Promise.resolve({ ok: false, error: fault });
  const worker = new Worker(WORKER, {
    eval: true,
    workerData: { program, most: outcome },
    resourceLimits: { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 8, stackSizeMb: 2 },
    stdout: true,
    stderr: true,
    env: {},
  });
  return new Promise((resolve) => {
    let ended = false;
    const end = (result: Outcome): void => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      void worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(() => end({ ok: false, error: 'its time is over' }), deadline);
    worker.on('message', (result: Outcome) => end(result));
    worker.on('error', ({ message }) => end({ ok: false, error: message }));
    worker.on('exit', () => end({ ok: false, error: 'it ended without a word' }));
  });
}

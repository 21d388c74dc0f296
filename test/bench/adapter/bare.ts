/**
 * The least that a program can do to ask a child on its standard input and read the answer: no limits, no checks. The
 * child leads a session of its own as our adapters do, for the kernel shares out time by session.
 */
import { spawn } from 'node:child_process';

export interface Bare {
  decode(layer: string, octets: Uint8Array): Promise<unknown>;
  end(): void;
}

export function bareLoop(args: readonly string[]): Bare {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (fault: Error) => void }>();
  let rest = '';
  let next = 1;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      const { id, result } = JSON.parse(line) as { id: number; result: unknown };
      waiting.get(id)!.resolve(result);
      waiting.delete(id);
    }
  });
  child.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the answerer ended'));
  });
  return {
    decode: (layer, octets) =>
      new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve, reject });
        const params = { layer, octets: Buffer.from(octets).toString('hex') };
        child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method: 'codec/decode', params })}\n`);
      }),
    end: () => child.stdin.end(),
  };
}

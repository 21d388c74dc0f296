import { expect, test } from 'vitest';
import { FrameStream, framed } from '../../../../src/serve/relay/frame-stream.ts';

test('frames come out of a stream as they went in, wherever it is cut', () => {
  const frames = [Uint8Array.of(1, 2, 3), new Uint8Array(0), new Uint8Array(1256).fill(7)];
  const stream = Uint8Array.from(frames.flatMap((frame) => [...framed(frame)]));
  for (const cut of [1, 2, 3, 7, 1000, stream.length]) {
    const taken = new FrameStream();
    const out: Uint8Array[] = [];
    for (let at = 0; at < stream.length; at += cut) out.push(...taken.take(stream.subarray(at, at + cut)));
    expect(out).toEqual(frames);
  }
});

/** Octets of a frame in one line, and in a few words for a diagram. */
import type { Passed } from '../../harness/kit.ts';
import { attributeOf, nameOfType, readFrame } from './frame.ts';
import { LAYER } from './station-talk.ts';

export function describe(layer: string, octets: Uint8Array): string | undefined {
  if (layer !== LAYER) return undefined;
  const frame = readFrame(octets);
  if (frame === undefined) return `${octets.length} octets that are no frame of HPR/1`;
  const { type, source, destination, timeToLive, length, isRequest } = frame;
  const error = attributeOf<{ code: number }>(frame, 'ErrorCode');
  const what = `${nameOfType(type)}${error === undefined ? '' : ` ${error.code}`}${isRequest ? ' (request)' : ''}`;
  return `${what}, ${brief(source)} > ${brief(destination)}, time to live ${timeToLive}, ${length} octets`;
}

export function captions(exchange: readonly Passed[]): readonly (string | undefined)[] {
  return exchange.map(({ layer, octets }) => {
    const frame = layer === LAYER ? readFrame(octets) : undefined;
    if (frame === undefined) return layer === LAYER ? 'no frame' : undefined;
    const error = attributeOf<{ code: number }>(frame, 'ErrorCode');
    return `${nameOfType(frame.type)}${error === undefined ? '' : ` ${error.code}`} ttl ${frame.timeToLive}`;
  });
}

/** Enough of an identifier to tell the few of a scenario apart. */
function brief(id: string): string {
  return id.slice(0, 8);
}

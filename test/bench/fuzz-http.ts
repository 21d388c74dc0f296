/**
 * Octets into the parsers of HTTP/1.1, in every state: messages of the corpus one behind the other, with octets changed, left
 * out, doubled and put in at random, read whole, cut in two, and in many pieces. What is found must be the same.
 */
import { type Random, random } from '../../src/net/random.ts';
import { corpus } from '../unit/reference/http/corpus.ts';
import { recorder } from '../unit/reference/http/record.ts';

/** What tips a parser from one state to another. */
const TELLING = Buffer.from('\r\n\r\n \t:;,0aF\0\x80\xff', 'latin1');
const MOST_PIECES = 12;

/** Reads `count` inputs; how many. @throws Error that shows the first one that is read in two ways */
export function fuzzHttp(count: number, seed: number): number {
  const draw = random(seed);
  const byKind = {
    request: corpus.filter(({ kind }) => kind === 'request'),
    response: corpus.filter(({ kind }) => kind === 'response'),
  };
  for (let done = 0; done < count; done += 1) {
    const kind = done % 2 === 0 ? 'request' : 'response';
    const texts = Array.from(
      { length: 1 + draw.below(3) },
      () => byKind[kind][draw.below(byKind[kind].length)]!.octets,
    );
    const octets = spoil(Buffer.from(texts.join(''), 'latin1'), draw);
    const whole = parse(kind, octets, []);
    for (const cuts of [[draw.below(octets.length + 1)], manyCuts(octets.length, draw), everywhere(octets.length)]) {
      const cut = parse(kind, octets, cuts);
      if (cut === whole) continue;
      const input = Buffer.from(octets).toString('hex');
      throw new Error(`${kind} ${done} of seed ${seed}, cut at ${cuts}: ${input}\n${whole}\nis not\n${cut}`);
    }
  }
  return count;
}

function parse(kind: 'request' | 'response', octets: Uint8Array, cuts: readonly number[]): string {
  const { found, parser } = recorder(kind);
  let from = 0;
  for (const to of [...cuts, octets.length]) {
    parser.receive(Uint8Array.from(octets.subarray(from, to)));
    from = to;
  }
  parser.finish();
  return found.join('\n');
}

function spoil(message: Uint8Array, draw: Random): Uint8Array {
  let octets = [...message];
  for (let changes = draw.below(4); changes > 0; changes -= 1) {
    const at = draw.below(octets.length + 1);
    const octet = draw.below(2) === 0 ? draw.below(256) : TELLING[draw.below(TELLING.length)]!;
    const gone = draw.below(3);
    octets = [...octets.slice(0, at), ...(draw.below(3) > 0 ? [octet] : []), ...octets.slice(at + gone)];
  }
  return Uint8Array.from(octets);
}

function manyCuts(length: number, draw: Random): number[] {
  return Array.from({ length: draw.below(MOST_PIECES) }, () => draw.below(length + 1)).sort(
    (one, other) => one - other,
  );
}

function everywhere(length: number): number[] {
  return Array.from({ length: Math.max(0, length - 1) }, (_, at) => at + 1);
}

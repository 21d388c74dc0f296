import { expect, test } from 'vitest';
import { FAULTS } from '../../../../src/reference/http/parser/faults.ts';
import { corpus, type Sample } from './corpus.ts';
import { recorder } from './record.ts';

const octetsOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

/** Every piece in an array of its own, so that nothing is read past its end. */
function parse({ kind, octets }: Sample, cuts: readonly number[] = []): readonly string[] {
  const { found, parser } = recorder(kind);
  const whole = octetsOf(octets);
  const ends = [...cuts, whole.length];
  for (const [at, end] of ends.entries()) parser.receive(whole.slice(at === 0 ? 0 : ends[at - 1]!, end));
  parser.finish();
  return found;
}

test.each(corpus)('$kind: $about', (sample) => {
  expect(parse(sample)).toEqual(sample.found);
});

test('every message is the same wherever it is cut', () => {
  for (const sample of corpus) {
    for (let cut = 1; cut < sample.octets.length; cut += 1)
      expect(parse(sample, [cut]), `${sample.about}, cut at ${cut}`).toEqual(sample.found);
  }
});

test('and octet by octet', () => {
  for (const sample of corpus)
    expect(
      parse(
        sample,
        Array.from({ length: sample.octets.length - 1 }, (_, at) => at + 1),
      ),
      sample.about,
    ).toEqual(sample.found);
});

test('every kind of fault has a number of its own, and a message that has it', () => {
  const kinds = Object.keys(FAULTS);
  expect(new Set(Object.values(FAULTS).map(([number]) => number)).size).toBe(kinds.length);
  const found = new Set(corpus.flatMap((sample) => sample.found.map((line) => line.split(' ')[0])));
  expect(kinds.filter((kind) => !found.has(kind))).toEqual([]);
});

test('after a fault it takes everything, and tells nothing', () => {
  const { found, parser } = recorder('request');
  parser.receive(octetsOf('nonsense\r\n\r\n'));
  parser.receive(octetsOf('GET / HTTP/1.1\r\n\r\n'));
  parser.finish();
  expect(parser.state).toBe('FAULTED');
  expect(found).toEqual(['start-line-form 0']);
});

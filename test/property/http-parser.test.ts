import { expect, test } from 'vitest';
import { fuzzHttp } from '../bench/fuzz-http.ts';

test('a parser of HTTP never throws, and finds the same wherever its octets are cut', () => {
  expect(fuzzHttp(2_000, 9112)).toBe(2_000);
});

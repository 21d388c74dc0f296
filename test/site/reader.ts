/** One site and one browser for all tests of a file. */
import { afterAll, beforeAll } from 'vitest';
import { testWith } from '../requires.ts';
import { openReader, type Reader } from './browser.ts';

export const test = testWith('chromium');
export let reader: Reader;

beforeAll(async () => {
  reader = await openReader();
});

afterAll(() => reader?.close());

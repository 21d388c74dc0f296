/** The pages where something can be tried, in a real browser: one browser for all of them, since building and starting cost. */
import { expect } from 'vitest';
import { reader, test } from './reader.ts';
import './try/handshake.ts';
import './try/decode.ts';
import './try/http.ts';

test('nothing has left the pages', () => expect(reader.left).toEqual([]));

/** Scripts in links: there and back, and whatever else may stand there. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LESSONS } from '../../../../src/site/try/handshake/lessons.ts';
import { Player } from '../../../../src/site/try/handshake/player.ts';
import { linkOf, readLink } from '../../../../src/site/try/handshake/script-link.ts';

test.each(LESSONS)('a link to a moment of lesson $id shows just that', ({ script }) => {
  const player = new Player(script);
  for (let steps = 0; steps < 7; steps += 1) player.step();
  player.act({ kind: 'conditions', conditions: { delay: 80, loss: 1, reordering: 2, duplication: 3 } });
  player.step();
  const { moment } = player;
  const read = readLink(linkOf({ script: player.script, moment }));
  expect(read).toEqual({ ok: true, linked: { script: player.script, moment } });
  const again = new Player(player.script, moment);
  expect(again.world.marks).toEqual(player.world.marks);
  expect(again.moment).toEqual(moment);
});

describe('what is no script is told', () => {
  test.each([
    ['seed=1&do=0Bdance', '"0Bdance" is nothing that can be done'],
    ['do=0Asend', '"0Asend" is nothing that can be done'],
    ['do=0Aopen5', '"0Aopen5" is nothing that can be done'],
    ['do=5Aopen~4Bopen', 'the actions are not in the order of time'],
    ['net=1,2,3', 'net=1,2,3: four numbers are needed'],
    ['net=0,0,0,0', 'delay=0: a whole number from 1 to 2000 is needed'],
    ['buf=9', 'buf=9: a whole number from 1024 to 65535 is needed'],
    ['do=0Asend99999999', 'do=99999999: a whole number from 1 to 60000 is needed'],
    [`do=${'0Aopen~'.repeat(500)}`, '500 actions; at most 400'],
  ])('%.40s', (text, why) => expect(readLink(text)).toEqual({ ok: false, why }));
});

test('any text is read or told', () => {
  const parts = fc.constantFrom('do=', 'at=', 'net=', 'seed=', '~', '&', '0Aopen', '5Blisten', '1Alose0.0', '9', '.');
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.string({ maxLength: 5 }))), (pieces) => {
      const read = readLink(pieces.join(''));
      if (!read.ok) expect(read.why.length).toBeGreaterThan(0);
      else new Player(read.linked.script, read.linked.moment);
    }),
    { numRuns: 200 },
  );
});

/** What befalls packets by chance is told by name, and can be had again in part. */
import { expect, test } from 'vitest';
import { openStages } from '../../../src/net/impairment.ts';
import { delay } from '../../../src/net/impairments/delay.ts';
import { loss } from '../../../src/net/impairments/loss.ts';
import { reordering } from '../../../src/net/impairments/reordering.ts';
import { Misfortunes } from '../../../src/net/misfortune.ts';

const WAY = [loss(0.3), reordering(0.3, 1000), delay(5000)];

function history(only?: ReadonlySet<string>): Misfortunes {
  const misfortunes = new Misfortunes(only);
  const stages = openStages(misfortunes.over('a>b', WAY), 7);
  for (let packet = 0; packet < 50; packet += 1) {
    for (const stage of stages) stage({ packet, copy: 0, octets: new Uint8Array(1), sentAt: packet }, packet);
  }
  return misfortunes;
}

test('all of them are told, and a delay is none', () => {
  const { met } = history();
  expect(met.length).toBeGreaterThan(10);
  expect(met.every((each) => /^a>b:[0-9]+:(loss|reordering)$/.test(each))).toBe(true);
});

test('only what is named befalls packets again, and as it did', () => {
  const { met } = history();
  const some = met.filter((_, index) => index % 3 === 0);
  expect(history(new Set(some)).met).toEqual(some);
  expect(history(new Set()).met).toEqual([]);
});

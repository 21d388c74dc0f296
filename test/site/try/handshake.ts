/** The playground in a real browser, by mouse and by keyboard: what it shows is what the same code says in Node. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { lessonById } from '../../../src/site/try/handshake/lessons.ts';
import { Player } from '../../../src/site/try/handshake/player.ts';
import { readLink } from '../../../src/site/try/handshake/script-link.ts';
import { captionOf } from '../../../src/site/try/handshake/segment.ts';
import { whyOf } from '../../../src/site/try/handshake/why.ts';
import type { World } from '../../../src/site/try/handshake/world.ts';
import { faultsOf } from '../axe.ts';
import type { View } from '../browser.ts';
import { reader, test } from '../reader.ts';

const STEPS = 8;
const open = (hash: string, view: View = {}): Promise<Page> => reader.open(`try/handshake.html#${hash}`, view);

/** What the ladder and the panels say. */
function seen(page: Page) {
  return page.evaluate(() => {
    const texts = (selector: string) => [...document.querySelectorAll(selector)].map((each) => each.textContent ?? '');
    const segments = [...document.querySelectorAll('.seg')].map((each) => each.getAttribute('aria-label') ?? '');
    return { segments: segments.sort(), states: texts('.host h2 .state'), clock: texts('#clock') };
  });
}

async function step(page: Page, steps: number): Promise<void> {
  for (let done = 0; done < steps; done += 1) await page.keyboard.press('ArrowRight');
}

const FATES = { flying: 'on its way', arrived: 'arrived', lost: 'lost' } as const;

function expected(world: World) {
  const segments = [...world.sent.values()].flatMap(({ from, segment, origins, journeys }) =>
    journeys.map(({ fate, copy }) => {
      return `${from} sent ${captionOf(segment, origins)}${copy > 0 ? ', the second of two' : ''}: ${FATES[fate]}`;
    }),
  );
  return { segments: segments.sort(), states: [world.pictureOf('A').state, world.pictureOf('B').state] };
}

function after(id: string, steps: number): Player {
  const player = new Player(lessonById(id)!.script);
  for (let done = 0; done < steps; done += 1) player.step();
  return player;
}

test.each(['fast-retransmit', 'bad-network'])('lesson %s, step by step, is what Node says', async (id) => {
  const page = await open(id);
  for (let steps = 1; steps <= STEPS; steps += 1) {
    await step(page, 1);
    expect(await seen(page)).toMatchObject(expected(after(id, steps).world));
  }
  await page.keyboard.press('ArrowLeft');
  expect(await seen(page)).toMatchObject(expected(after(id, STEPS - 1).world));
  await page.context().close();
});

test('by mouse: a click on a segment loses it while it is on its way, and what follows is what Node says', async () => {
  const page = await open('handshake');
  for (let steps = 0; steps < 2; steps += 1) await page.getByRole('button', { name: 'Step' }).click();
  await page.locator('[data-id="A0.0"]').dispatchEvent('click');
  await page.getByRole('button', { name: 'Step' }).click();
  const player = after('handshake', 2);
  player.act({ kind: 'lose', side: 'A', packet: 0, copy: 0 });
  player.step();
  expect(await seen(page)).toMatchObject(expected(player.world));
  expect(await page.locator('#said').textContent()).toContain('A sends SYN');
  await page.getByRole('button', { name: 'Back' }).click();
  expect(await page.locator('.seg').count()).toBe(1);
  await page.context().close();
});

test('whole by the keyboard: opened, lost, explained, gone back, to the end', async () => {
  const page = await open('handshake');
  const label = () => page.locator('.seg').last().getAttribute('aria-label');
  await step(page, 2);
  await page.locator('.seg').last().focus();
  await page.keyboard.press('l');
  expect(await label()).toContain('lost');
  await page.keyboard.press('ArrowLeft');
  expect(await label()).toContain('on its way');
  await step(page, 4);
  await page.locator('.seg').last().focus();
  await page.keyboard.press('ArrowUp');
  const chosen = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(chosen).toContain('SYN,ACK seq 0 ack 1');
  expect(await page.locator('#segment h2').textContent()).toBe('B: SYN,ACK seq 0 ack 1');
  await page.keyboard.press('Home');
  expect(await page.locator('.seg').count()).toBe(0);
  await page.context().close();
});

test('a segment explains itself, in the words and with the rules that Node gives', async () => {
  const page = await open('fast-retransmit');
  await step(page, 11);
  await page.locator('[data-id="A13.0"]').focus();
  const { segment, cause } = after('fast-retransmit', 11).world.sent.get('A13')!;
  const { words, rules } = whyOf(segment, cause);
  expect(await page.locator('#segment .why').textContent()).toBe(words);
  expect(await page.locator('#segment > .rules a').allTextContents()).toEqual([...rules]);
  const href = await page.locator('#segment > .rules a').first().getAttribute('href');
  expect(href).toBe(`../rule/${rules[0]}.html`);
});

test('calls are made from either side, and the link shows the same to somebody else', async () => {
  const page = await open('');
  await page.locator('#lesson').selectOption('own');
  const call = (side: string, name: string) => page.locator(`[data-side="${side}"][data-call="${name}"]`).click();
  await call('A', 'listen');
  await call('B', 'open');
  await step(page, 3);
  await page.locator('#octets-A').fill('3000');
  await call('A', 'send');
  await call('B', 'close');
  const there = await seen(page);
  expect(there.states).toEqual(['ESTABLISHED', 'FIN-WAIT-1']);
  const hash = new URL(page.url()).hash.slice(1);
  const read = readLink(hash);
  if (!read.ok) throw new Error(read.why);
  expect(there).toMatchObject(expected(new Player(read.linked.script, read.linked.moment).world));
  expect(await seen(await open(hash))).toEqual(there);
});

test('play goes on by itself until all is quiet', async () => {
  const page = await open('handshake');
  await page.locator('#speed').selectOption('3');
  await page.getByRole('button', { name: 'Play' }).click();
  await page.locator('#state-B', { hasText: 'ESTABLISHED' }).waitFor();
  await page.getByRole('button', { name: 'Play' }).waitFor();
  expect(await seen(page)).toMatchObject(expected(after('handshake', 5).world));
});

test('a link that makes no sense is told, and a lesson stands there instead', async () => {
  const page = await open('do=0Bdance');
  expect(await page.locator('#said').textContent()).toContain('"0Bdance" is nothing that can be done');
  expect(await page.locator('#lesson').inputValue()).toBe('handshake');
});

test('axe finds nothing, in either scheme, and a phone is wide enough', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await open('bad-network', { scheme });
    await step(page, 14);
    await page.locator('.seg').last().focus();
    expect(await faultsOf(page, scheme === 'dark' ? ['color-contrast'] : undefined)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.context().close();
  }
}, 240_000);

/** Answers of each kind, for rules that hold for all of them. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { allocate, askChannel, expectSuccess, permit } from './ask-talk.ts';
import type { Exchange } from './client.ts';
import { outcomeOf } from './judge-answer.ts';
import type { TurnPeer } from './peer.ts';
import { errorCode } from './read-message.ts';

const UNKNOWN_ATTRIBUTE = [
  ['attribute', 'value'],
  ['0x7ffe', 'hex 00000000'],
];

const WAYS: Readonly<Record<string, (peer: TurnPeer, name: string) => Promise<unknown>>> = {
  'a Binding success': (peer, name) => unsigned(peer, name, 'Binding', undefined),
  'a challenge': (peer, name) => unsigned(peer, name, 'Allocate', 401),
  'a complaint': (peer, name) => unsigned(peer, name, 'Binding', 420),
  'an Allocate success': (peer, name) => allocate(peer, name),
  'a Refresh success': async (peer, name) => {
    await allocate(peer, name);
    expectSuccess(await peer.ask(name, { method: 'Refresh' }));
  },
  'a CreatePermission success': async (peer, name) => {
    await allocate(peer, name);
    await permit(peer, name, 'P');
  },
  'a ChannelBind success': async (peer, name) => {
    await allocate(peer, name);
    expectSuccess(await askChannel(peer, name, '0x4000', 'P'));
  },
  'a refusal': (peer, name) => refused(peer, name),
  'a refusal to who is known': async (peer, name) => {
    // Who looks for an allocation first has authenticated nobody when it finds none.
    await unsigned(peer, name, 'Refresh', 401);
    await refused(peer, name);
  },
};

/** Leaves the answer as the latest. @throws Unmet, Inconclusive, TypeError for words that name none */
export async function getAnswer(peer: TurnPeer, name: string, what: string): Promise<void> {
  const way = WAYS[what];
  if (way === undefined) throw new TypeError(`no way to get ${what}`);
  await way(peer, name);
}

async function refused(peer: TurnPeer, name: string): Promise<void> {
  const { answer } = await peer.ask(name, { method: 'Refresh' });
  if (answer?.of !== 'error') throw new Inconclusive('precondition', 'a Refresh without an allocation is not refused');
}

async function unsigned(peer: TurnPeer, name: string, method: string, code: number | undefined): Promise<void> {
  const attributes = code === 420 ? UNKNOWN_ATTRIBUTE : method === 'Allocate' ? TRANSPORT : undefined;
  const { answer } = await peer.ask(name, { method, authentication: { kind: 'none' } }, attributes);
  if (answer === undefined) throw new Inconclusive('precondition', `the ${method} request was not answered`);
  if (code !== undefined && errorCode(answer) !== code) {
    throw new Inconclusive('precondition', `the ${method} request was not answered with ${code}`);
  }
}

const TRANSPORT = [
  ['attribute', 'value'],
  ['REQUESTED-TRANSPORT', '17'],
];

/** `expected` is `success`, `error` for any, or a code. @throws Unmet, Unsupported, Inconclusive */
export function expectOutcome(exchange: Exchange, expected: string): void {
  if (expected === 'success') {
    expectSuccess(exchange);
    return;
  }
  const actual = outcomeOf(exchange.answer);
  if (actual === expected || (expected === 'error' && exchange.answer?.of === 'error')) return;
  const missing = exchange.answer === undefined;
  throw new Unmet({ expected: [expected === 'error' ? 'a refusal' : `error ${expected}`], actual, missing });
}

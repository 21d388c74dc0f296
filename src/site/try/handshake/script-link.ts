/**
 * A script as the part of a link behind `#`, and back. Short, readable, and checked: whatever stands there, a script comes
 * of it or a sentence that says what is wrong.
 */
import {
  type Action,
  BOUNDS,
  BUFFER,
  CALLS,
  CALM,
  type CallName,
  type Conditions,
  type Deed,
  MOST_OCTETS,
  type Script,
  type SideName,
} from './script.ts';

/** A moment in the run of a script. */
export interface Moment {
  /** Microseconds. */
  readonly at: number;
  /** How many of the actions have been done. */
  readonly done: number;
}

export interface Linked {
  readonly script: Script;
  readonly moment: Moment;
}

export type LinkRead = { readonly ok: true; readonly linked: Linked } | { readonly ok: false; readonly why: string };

const MOST_ACTIONS = 400;
/** A day, in microseconds. */
const LATEST = 86_400_000_000;
const NAMES = ['delay', 'loss', 'reordering', 'duplication'] as const;

/** `seed=1&net=50,0,0,0&buf=16384&do=0Blisten~0Aopen&at=0.2` */
export function linkOf({ script, moment }: Linked): string {
  const { seed, conditions, buffer, actions } = script;
  const parts = [
    `seed=${seed}`,
    `net=${netOf(conditions)}`,
    `buf=${buffer}`,
    `do=${actions.map(wordOf).join('~')}`,
    `at=${moment.at}.${moment.done}`,
  ];
  return parts.join('&');
}

function netOf(conditions: Conditions): string {
  return NAMES.map((name) => conditions[name]).join(',');
}

function wordOf(action: Action): string {
  switch (action.kind) {
    case 'call':
      return `${action.at}${action.side}${action.call}${action.octets ?? ''}`;
    case 'lose':
      return `${action.at}${action.side}lose${action.packet}.${action.copy}`;
    case 'conditions':
      return `${action.at}net${netOf(action.conditions)}`;
    default:
      return action satisfies never;
  }
}

export function readLink(text: string): LinkRead {
  const parts = new Map(text.split('&').map((part) => part.split(/=(.*)/s, 2) as [string, string]));
  try {
    const actions = (parts.get('do') ?? '')
      .split('~')
      .filter((word) => word !== '')
      .map(readAction);
    if (actions.length > MOST_ACTIONS) throw new RangeError(`${actions.length} actions; at most ${MOST_ACTIONS}`);
    if (actions.some(({ at }, index) => at < (actions[index - 1]?.at ?? 0))) {
      throw new RangeError('the actions are not in the order of time');
    }
    const [at, done] = (parts.get('at') ?? '0.0').split('.');
    const script: Script = {
      seed: numberIn('seed', parts.get('seed') ?? '1', 0, 0xffffffff),
      conditions: parts.has('net') ? readNet(parts.get('net')!) : CALM,
      buffer: numberIn('buf', parts.get('buf') ?? String(BUFFER.usual), BUFFER.least, BUFFER.most),
      actions,
    };
    const moment = { at: numberIn('at', at!, 0, LATEST), done: numberIn('at', done ?? '0', 0, actions.length) };
    return { ok: true, linked: { script, moment } };
  } catch (thrown) {
    return { ok: false, why: (thrown as Error).message };
  }
}

function readAction(word: string): Action {
  const [, digits = '', rest = ''] = /^(\d+)(.*)$/s.exec(word) ?? [];
  const at = numberIn('do', digits, 0, LATEST);
  return { at, ...readDeed(rest, word) };
}

function readDeed(rest: string, word: string): Deed {
  if (rest.startsWith('net')) return { kind: 'conditions', conditions: readNet(rest.slice(3)) };
  const [, side, lost, copy] = /^([AB])lose(\d+)\.(\d+)$/.exec(rest) ?? [];
  if (side !== undefined) {
    const [packet, number] = [numberIn('do', lost!, 0, 1e6), numberIn('do', copy!, 0, 1)];
    return { kind: 'lose', side: side as SideName, packet, copy: number };
  }
  const [, who, name = '', octets = ''] = /^([AB])([a-z]+)(\d*)$/.exec(rest) ?? [];
  const call = CALLS.find((each) => each === name) as CallName | undefined;
  if (who === undefined || call === undefined || (call === 'send') !== (octets !== '')) {
    throw new TypeError(`"${word.slice(0, 40)}" is nothing that can be done`);
  }
  const amount = call === 'send' ? { octets: numberIn('do', octets, 1, MOST_OCTETS) } : {};
  return { kind: 'call', side: who as SideName, call, ...amount };
}

function readNet(text: string): Conditions {
  const values = text.split(',');
  if (values.length !== NAMES.length) throw new TypeError(`net=${text.slice(0, 40)}: four numbers are needed`);
  const entries = NAMES.map(
    (name, index) => [name, numberIn(name, values[index]!, BOUNDS[name][0], BOUNDS[name][1])] as const,
  );
  return Object.fromEntries(entries) as unknown as Conditions;
}

function numberIn(name: string, digits: string, least: number, most: number): number {
  const value = /^\d{1,12}$/.test(digits) ? Number(digits) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new RangeError(`${name}=${digits.slice(0, 20)}: a whole number from ${least} to ${most} is needed`);
}

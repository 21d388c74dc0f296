/** Judges the reference's TURN server by scenarios of features/turn, some of its answers being what a test says. */
import { readdirSync, readFileSync } from 'node:fs';
import { stepDefinitions } from '../../../../features/steps/index.ts';
import { compileFeature, stepMatcher } from '../../../../src/build/gherkin.ts';
import type { Result } from '../../../../src/generated/meta/report.ts';
import type { RuleCatalogue } from '../../../../src/generated/meta/rules.ts';
import { runScenario } from '../../../../src/harness/run-scenario.ts';
import { indexSteps } from '../../../../src/harness/step-index.ts';
import type { Delivery, SocketsSurface, Surfaces, TesterSocket } from '../../../../src/harness/surface.ts';
import type { Seat, Target } from '../../../../src/harness/target.ts';
import { portTarget } from '../../../../src/harness/targets/port-target.ts';
import { ATTRIBUTES, type AttributeName, METHODS } from '../../../../src/kits/turn/attribute-types.ts';
import { longTermKey, signed } from '../../../../src/kits/turn/integrity.ts';
import { type Attribute, stunOctets } from '../../../../src/kits/turn/message.ts';
import { find, readMessage, type StunMessage } from '../../../../src/kits/turn/read-message.ts';
import { referencePort } from '../../../../src/serve/reference-port.ts';
import type { Suite } from '../../../../src/spec/suite.ts';

const read = (path: string): string => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');

export const turnSuite: Suite = compiled();

function compiled(): Suite {
  const { protocol, title, rules: list } = JSON.parse(read('spec/turn/rules.json')) as RuleCatalogue;
  const rules = list.map((rule) => ({ ...rule, protocol }));
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const match = stepMatcher(stepDefinitions);
  const features = readdirSync(new URL('../../../../features/turn', import.meta.url))
    .map((name) => `features/turn/${name}`)
    .map((path) => compileFeature({ path, protocol, text: read(path) }, byId, match));
  const faults = features.flatMap((each) => each.faults);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const scenarios = features.flatMap((each) => each.scenarios);
  return { version: '0', digest: '', protocols: [{ protocol, title }], rules, profiles: [], scenarios, fixtures: [] };
}

/** A request of the tester's. */
export interface Asked {
  readonly message: StunMessage;
  /** By the method's name. */
  readonly method: string;
  readonly isSigned: boolean;
  /** Since the scenario began, in seconds of virtual time. */
  readonly at: number;
}

export interface Tampering {
  /** Says something instead of the server, which then never hears of the request; `nothing` says nothing. */
  instead?(asked: Asked): Uint8Array | 'nothing' | undefined;
  /** What becomes of an answer of the server. */
  answer?(answer: StunMessage, asked: Asked): Uint8Array;
}

async function judge(id: string, tampering: Tampering = {}): Promise<Result> {
  const scenario = turnSuite.scenarios.find((each) => each.id === id);
  if (scenario === undefined) throw new RangeError(`no scenario ${id}`);
  const target = tampered(await portTarget('test', referencePort(), { suite: '0', seed: 1 }), tampering);
  const { result } = await runScenario(scenario, {
    suite: turnSuite,
    target,
    steps: indexSteps(stepDefinitions),
    seed: 1,
  });
  return result;
}

/** Its verdict, with a word on why where that is inconclusive; `unsupported` where there is none. */
export async function verdictOf(id: string, tampering: Tampering = {}): Promise<string> {
  const { verdict, notRun, reason } = await judge(id, tampering);
  if (notRun !== undefined) return notRun;
  return reason === undefined || verdict === 'fail' ? verdict : `${verdict}: ${reason.code}`;
}

function tampered(target: Target, tampering: Tampering): Target {
  return { ...target, seat: async (...about) => seatOf(await target.seat(...about), tampering) };
}

function seatOf(seat: Seat, tampering: Tampering): Seat {
  let sockets: Promise<SocketsSurface> | undefined;
  return {
    surface: async <Name extends keyof Surfaces>(name: Name): Promise<Surfaces[Name]> => {
      if (name !== 'sockets') return seat.surface(name);
      sockets ??= seat.surface('sockets').then((surface) => tamperedSockets(surface, tampering));
      return (await sockets) as Surfaces[Name];
    },
    stderr: () => seat.stderr(),
    leave: () => seat.leave(),
  };
}

export function tamperedSockets(surface: SocketsSurface, tampering: Tampering): SocketsSurface {
  return {
    served: surface.served,
    configure: async (params) => surface.configure?.(params),
    datagrams: async (host) => tamperedSocket(await surface.datagrams(host), surface, tampering),
    connection: async () => tamperedSocket(await surface.connection(), surface, tampering),
    now: () => surface.now(),
  };
}

function tamperedSocket(socket: TesterSocket, surface: SocketsSurface, { instead, answer }: Tampering): TesterSocket {
  const asked = new Map<string, Asked>();
  const waiting: Delivery[] = [];
  return {
    local: socket.local,
    get ended() {
      return socket.ended;
    },
    ...(socket.carriesFrames === undefined ? {} : { carriesFrames: socket.carriesFrames }),
    send: async (octets, to) => {
      const message = readMessage(octets);
      if (message.kind !== 'stun' || message.of !== 'request') return socket.send(octets, to);
      const request = askedBy(message, surface.now().latest / 1_000_000);
      asked.set(String(message.transaction), request);
      const said = instead?.(request);
      if (said === undefined) return socket.send(octets, to);
      if (said !== 'nothing') waiting.push({ octets: said, from: surface.served, at: surface.now() });
      return surface.now();
    },
    receive: async (within) => {
      const delivery = waiting.shift() ?? (await socket.receive(within));
      const message = delivery && readMessage(delivery.octets);
      const request = message?.kind === 'stun' ? asked.get(String(message.transaction)) : undefined;
      if (message?.kind !== 'stun' || request === undefined || answer === undefined) return delivery;
      return { ...delivery!, octets: answer(message, request) };
    },
    close: () => socket.close(),
  };
}

function askedBy(message: StunMessage, at: number): Asked {
  const [method = ''] = Object.entries(METHODS).find(([, number]) => number === message.method) ?? [];
  const isSigned = ['MESSAGE-INTEGRITY', 'MESSAGE-INTEGRITY-SHA256'].some((name) =>
    find(message, name as AttributeName),
  );
  return { message, method, isSigned, at };
}

/** An error response to it, unsigned. */
export function refusal({ message }: Asked, code: number, more: readonly Attribute[] = []): Uint8Array {
  const value = Uint8Array.of(0, 0, Math.floor(code / 100), code % 100);
  const { method, transaction } = message;
  return stunOctets({
    method,
    of: 'error',
    transaction,
    attributes: [{ type: ATTRIBUTES['ERROR-CODE'], value }, ...more],
  });
}

export function success({ message: { method, transaction } }: Asked): Uint8Array {
  return stunOctets({ method, of: 'success', transaction, attributes: [] });
}

export function text(name: AttributeName, value: string): Attribute {
  return { type: ATTRIBUTES[name], value: new TextEncoder().encode(value) };
}

const KEY = longTermKey('md5', 'alice', 'assay.example', 'secret');

/** The same with some attributes changed, dropped (undefined) or as they were; what was signed is signed again. */
export function rewritten(
  { method, of, transaction, attributes }: StunMessage,
  change: (attribute: Attribute) => Attribute | undefined,
): Uint8Array {
  const integrity = [ATTRIBUTES['MESSAGE-INTEGRITY'], ATTRIBUTES['MESSAGE-INTEGRITY-SHA256']] as readonly number[];
  const isSigned = attributes.some(({ type }) => integrity.includes(type));
  const kept = attributes
    .filter(({ type }) => !integrity.includes(type) && type !== ATTRIBUTES.FINGERPRINT)
    .flatMap(({ type, value }) => change({ type, value }) ?? []);
  const octets = stunOctets({ method, of, transaction, attributes: kept });
  return isSigned ? signed(octets, KEY, 'sha1') : octets;
}

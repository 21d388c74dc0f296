/**
 * A node of HPR/1 without input and output: datagrams, calls and the time go in, datagrams, results, events and the next
 * deadline come out. The same steps, with the same chance, give the same octets (HPR-DET-01).
 */
import { fromHex } from '../../contract/hex.ts';
import { type Call, takeCall } from './calls.ts';
import { contactNamed } from './client/contacts.ts';
import { greet, openLogin } from './client/login.ts';
import { askOnAndOn, openNeighbours, tendNeighbours } from './client/neighbours.ts';
import { openConversations } from './conversation/conversation.ts';
import type { Crypto } from './crypto/provider.ts';
import { type AccountWords, openDirectory } from './directory/accounts.ts';
import type { Endpoint } from './endpoint.ts';
import { openReachability } from './reach/verdict.ts';
import { receive } from './receive.ts';
import { sweep } from './session/keep-alive.ts';
import { Requests } from './session/request.ts';
import { Sessions } from './session/sessions.ts';
import { SECOND, type Settings, settingsWith } from './settings.ts';
import { type Chance, type Datagram, identityOf, type NodeState, nodeId, type Output, type Role } from './state.ts';
import { Duplicates } from './supernode/duplicates.ts';
import { openService } from './supernode/role.ts';
import { Timers } from './timers.ts';
import { listenTo } from './told.ts';

interface KnownWords {
  readonly endpoint: Endpoint;
  /** Hex. */
  readonly key: string;
}

export interface NodeConfig {
  readonly role: Role;
  readonly crypto: Crypto;
  readonly chance: Chance;
  /** Its own addresses: the first is where it is met; from a second one it sends probes, and nothing else. */
  readonly endpoints: readonly Endpoint[];
  /** 32 octets that its identity is made of; by chance when left out. */
  readonly secret?: Uint8Array;
  readonly name?: string;
  readonly password?: string;
  readonly contacts?: readonly string[];
  readonly directory?: KnownWords;
  readonly bootstrap?: readonly KnownWords[];
  readonly accounts?: readonly AccountWords[];
  readonly isWilling?: boolean;
  /** A directory that is a supernode too, from the start. */
  readonly isServing?: boolean;
  /** Octets a second that it relays; as many as come when left out. */
  readonly bandwidth?: number;
  readonly settings?: Partial<Settings>;
}

interface StepResult {
  readonly outputs: readonly Output[];
  readonly wakeAt: number | undefined;
}

export interface RelayNode {
  /** Hex. */
  readonly key: string;
  readonly id: string;
  /** `now` in microseconds, never less than before. Inputs are taken in their order. */
  step(now: number, inputs: readonly (Datagram | Call)[]): StepResult;
}

export function openNode(config: NodeConfig): RelayNode {
  const state = stateOf(config);
  listenTo(state);
  let hasBegun = false;
  return {
    key: state.identity.key,
    id: state.identity.id,
    step: (now, inputs) => {
      state.now = now;
      if (!hasBegun) begin(state, config.contacts ?? []);
      hasBegun = true;
      state.timers.run(now);
      for (const input of inputs) {
        if ('call' in input) takeCall(state, input);
        else if (!state.isGone) receive(state, input.from, input.octets);
      }
      const { outputs } = state;
      state.outputs = [];
      return { outputs, wakeAt: state.isGone ? undefined : state.timers.next };
    },
  };
}

function stateOf(config: NodeConfig): NodeState {
  const { role, crypto, chance, endpoints, isWilling = true, bandwidth = 0 } = config;
  const settings = settingsWith(config.settings);
  const known = ({ endpoint, key }: KnownWords) => ({ endpoint, key, id: nodeId(crypto, fromHex(key)) });
  const { name, password, directory } = config;
  const hasUser = name !== undefined && password !== undefined && directory !== undefined;
  return {
    ...{ role, crypto, chance, endpoints, isWilling, bandwidth, settings },
    identity: identityOf(crypto, config.secret ?? chance.octets(32)),
    bootstrap: (config.bootstrap ?? []).map(known),
    timers: new Timers(),
    sessions: new Sessions(),
    requests: new Requests(),
    dials: new Set(),
    reachability: openReachability(),
    prober: { out: new Map() },
    service: openService(role === 'relay' || config.isServing === true),
    view: { records: new Map() },
    reservations: { byNumber: new Map() },
    circuits: {
      byLane: new Map(),
      duplicates: new Duplicates(settings.duplicateMemory * SECOND, settings.duplicateEntries),
      waiting: [],
      sending: undefined,
    },
    directory:
      role === 'directory' ? openDirectory(crypto, chance, config.accounts ?? [], settings.scryptCost) : undefined,
    login: hasUser ? openLogin(name, password, known(directory)) : undefined,
    contacts: { byName: new Map(), byId: new Map() },
    neighbours: openNeighbours(),
    presence: { sequence: 0, timer: undefined },
    held: new Map(),
    refusing: new Set(),
    seeking: new Set(),
    punching: new Set(),
    conversations: openConversations(),
    told: NOBODY_LISTENS,
    isGone: false,
    now: 0,
    lastMessageId: 0,
    outputs: [],
  };
}

const nothing = (): void => {};
const NOBODY_LISTENS: NodeState['told'] = {
  sessionBegun: nothing,
  sessionOver: nothing,
  observed: nothing,
  verdictChanged: nothing,
  serviceEnded: nothing,
  loginEnded: nothing,
  contactMoved: nothing,
  contactAsks: nothing,
  seeking: nothing,
};

function begin(state: NodeState, contacts: readonly string[]): void {
  for (const name of contacts) contactNamed(state, name);
  if (state.login) greet(state, state.login);
  tendNeighbours(state);
  if (state.role !== 'directory') askOnAndOn(state);
  sweepOnAndOn(state);
}

function sweepOnAndOn(state: NodeState): void {
  state.timers.at(state.now + (state.settings.sessionIdle / 2) * SECOND, () => {
    sweep(state);
    sweepOnAndOn(state);
  });
}

/** The reference's nodes behind the contract, of whatever kind: opened, stepped and closed by id. */
import { METHOD_NOT_FOUND, PortError } from '../contract/port.ts';
import { integerOf, invalid, listOf, type Members } from './params.ts';
import { openRelayNode } from './relay/relay-node.ts';
import { openTurnServer } from './turn/turn-node.ts';

export interface ServedNode {
  /** What `node/open` answers. */
  readonly told: object;
  /** The answer to one `node/step`; `inputs` as they came. */
  step(now: number, inputs: readonly unknown[]): object;
}

const KINDS: Readonly<Record<string, (params: Members) => ServedNode>> = {
  directory: openRelayNode,
  node: openRelayNode,
  relay: openRelayNode,
  'turn-server': openTurnServer,
};

interface OpenNode {
  readonly node: ServedNode;
  now: number;
}

export class Nodes {
  readonly #open = new Map<number, OpenNode>();

  /** @throws PortError */
  open(params: Members): object {
    const id = integerOf(params.id, 'id');
    if (this.#open.has(id)) throw invalid('id', 'one that is not open');
    const kind = Object.hasOwn(KINDS, String(params.role)) ? KINDS[String(params.role)] : undefined;
    if (kind === undefined) throw new PortError(METHOD_NOT_FOUND, `no node of the role ${params.role}`);
    const node = kind(params);
    this.#open.set(id, { node, now: 0 });
    return node.told;
  }

  /** @throws PortError */
  step(params: Members): object {
    const open = this.#find(params);
    const now = integerOf(params.now, 'now');
    if (now < open.now) throw invalid('now', `at least ${open.now}, the time of the step before`);
    const answer = open.node.step(now, listOf(params.inputs, 'inputs'));
    open.now = now;
    return answer;
  }

  /** @throws PortError */
  close(params: Members): object {
    this.#find(params);
    this.#open.delete(integerOf(params.id, 'id'));
    return {};
  }

  #find(params: Members): OpenNode {
    const open = this.#open.get(integerOf(params.id, 'id'));
    if (open === undefined) throw invalid('id', 'one that is open');
    return open;
  }
}

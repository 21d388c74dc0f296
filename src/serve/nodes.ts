/** The reference's nodes behind the contract, of whatever kind: opened, stepped and closed by id. */
import { METHOD_NOT_FOUND, PortError } from '../contract/port.ts';
import { Opened } from './opened.ts';
import { listOf, type Members } from './params.ts';
import { openRelayNode } from './relay/relay-node.ts';
import { openTurnClient } from './turn/turn-client-node.ts';
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
  'turn-client': openTurnClient,
  'turn-server': openTurnServer,
};

export class Nodes {
  readonly #open = new Opened<ServedNode>();

  /** @throws PortError */
  open(params: Members): object {
    const { told } = this.#open.open(params, () => {
      const kind = Object.hasOwn(KINDS, String(params.role)) ? KINDS[String(params.role)] : undefined;
      if (kind === undefined) throw new PortError(METHOD_NOT_FOUND, `no node of the role ${params.role}`);
      return kind(params);
    });
    return told;
  }

  /** @throws PortError */
  step(params: Members): object {
    return this.#open.step(params, (node, now) => node.step(now, listOf(params.inputs, 'inputs')));
  }

  /** @throws PortError */
  close(params: Members): object {
    return this.#open.close(params);
  }
}

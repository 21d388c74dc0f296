/** The reference's TURN client behind `node/open` and `node/step` of contract 1, sent on errands in virtual time. */
import { toHex } from '../../contract/hex.ts';
import { random } from '../../net/random.ts';
import { type ClientConfig, type Datagram, turnClient } from '../../reference/turn/index.ts';
import type { ServedNode } from '../nodes.ts';
import { integerOf, invalid, listOf, type Members, objectOf, textOf } from '../params.ts';
import { ClientErrand, readTurnErrand } from './client-errand.ts';
import { nodeCrypto } from './node-crypto.ts';
import { datagramOf, endpointOf, written } from './turn-node.ts';

/** `ipv4-only`: while it is told so. */
export const TURN_CLIENT_CAPABILITIES: readonly string[] = [
  'stun.client.rfc8489',
  'turn.client',
  'turn.client.channel',
  'turn.client.family',
  'turn.client.hold',
  'turn.client.ipv4-only',
  'turn.client.output',
  'turn.client.parity',
  'turn.client.peers',
  'turn.client.permission',
  'turn.client.send',
  'turn.client.tcp',
];

/** @throws PortError */
export function openTurnClient(params: Members): ServedNode {
  const locals = listOf(params.addresses, 'addresses').map((each, index) => endpointOf(each, `addresses[${index}]`));
  const { ipv4Only = false } = objectOf(params.settings ?? {}, 'settings');
  const dice = random(integerOf(params.seed, 'seed'));
  const crypto = nodeCrypto((length) => dice.octets(length));
  const begin = (errand: Members): ClientErrand => {
    const { host, port, transport, user, pass } = errand;
    if (transport !== 'udp' && transport !== 'tcp') throw invalid('errand.transport', 'udp or tcp');
    const server = { address: textOf(host, 'errand.host'), port: Number(textOf(port, 'errand.port')) };
    const config: ClientConfig = {
      server,
      transport,
      locals,
      user: { name: textOf(user, 'errand.user'), password: textOf(pass, 'errand.pass') },
      families: ipv4Only === true ? [1] : [1, 2],
      software: 'Assay',
    };
    return new ClientErrand(turnClient(config, crypto), readTurnErrand(errand));
  };
  let current: ClientErrand | undefined;
  return {
    told: {},
    step: (now, inputs) => {
      const arrived: Datagram[] = [];
      for (const [index, input] of inputs.entries()) {
        const { errand } = objectOf(input, `inputs[${index}]`);
        if (errand === undefined) arrived.push(datagramOf(input, `inputs[${index}]`));
        else current = begin(objectOf(errand, `inputs[${index}].errand`));
      }
      return current === undefined ? { outputs: [], wakeAt: null } : stepped(current, now, arrived);
    },
  };
}

function stepped(errand: ClientErrand, now: number, arrived: readonly Datagram[]): object {
  const wasOver = errand.end !== undefined;
  const { sent, wakeAt } = errand.step(now, arrived);
  const output = errand.heard.map(toHex).join('');
  const done = errand.end === undefined || wasOver ? [] : [{ done: { ...errand.end, output } }];
  return { outputs: [...sent.map(written), ...done], wakeAt: wakeAt ?? null };
}

/** A host at the far end of a link that harms packets, as one host: what is put into it goes over the link first. */
import type { Impairment } from '../../src/net/impairment.ts';
import { Network } from '../../src/net/index.ts';
import { isTransfer, type Transfer } from '../../src/net/node.ts';
import type { Host } from '../../src/reference/ipv4/index.ts';

/** In both directions. Of a host with one interface. */
export function behind(host: Host, impairments: readonly Impairment[], seed: number): Host {
  const arrived: Transfer[] = [];
  const near = {
    step: (_: number, inputs: readonly Transfer[]) => {
      arrived.push(...inputs);
      return { outputs: [], wakeAt: undefined };
    },
  };
  const ends = [
    { node: 'near', interface: 0 },
    { node: 'far', interface: 0 },
  ] as const;
  const links = [{ ends, there: impairments }];
  const network = new Network({ seed, nodes: { near, far: host }, links, record: () => undefined });
  return {
    step: (now, inputs) => {
      network.run({ until: now });
      for (const input of inputs) if (isTransfer(input)) network.send('near', input);
      network.run({ until: now });
      return { outputs: arrived.splice(0), wakeAt: network.nextAt };
    },
  };
}

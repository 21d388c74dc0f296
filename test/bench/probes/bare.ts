/**
 * The least that a program can do to ask the kernel over a TUN device and read the answers: no clock, no mailboxes, no
 * waiting where an answer is there already. In a namespace of its own, set up as the judge's is.
 */
import { NetworkNamespace } from '../../../src/harness/targets/kernel/namespace.ts';
import { applySysctls } from '../../../src/harness/targets/kernel/sysctls.ts';
import { INTERFACES } from '../../../src/harness/topology.ts';
import { configure, lengthenQueue } from '../../../src/linux/interfaces.ts';
import { libc } from '../../../src/linux/libc.ts';
import { openTun, type TunFile } from '../../../src/linux/tun-file.ts';

const NAME = 'tun0';

export interface Bare {
  /** Sends them all, then reads as many answers; those, in the order in which they came. */
  ask(probes: readonly Uint8Array[]): Promise<readonly Uint8Array[]>;
  close(): void;
}

export function bareTun(): Bare {
  const namespace = new NetworkNamespace(libc());
  const tun = namespace.within(setUp);
  return {
    ask: async (probes) => {
      for (const probe of probes) tun.write(probe);
      const answers: Uint8Array[] = [];
      while (answers.length < probes.length) answers.push(tun.read() ?? (await next(tun)));
      return answers;
    },
    close: () => {
      tun.close();
      namespace.close();
    },
  };
}

function setUp(): TunFile {
  const tun = openTun(libc(), NAME);
  applySysctls([NAME], { role: 'host', sourceRoutes: false });
  lengthenQueue(libc(), NAME);
  configure(libc(), NAME, INTERFACES[0]);
  return tun;
}

function next(tun: TunFile): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const poll = tun.onReadable(() => {
      const answer = tun.read();
      if (answer === undefined) return;
      poll.close();
      resolve(answer);
    });
  });
}

/** `assay serve --relay`: a directory, a supernode or a node of HPR/1 on real sockets, and a terminal for a node's user. */
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { AssayError } from '../../contract/assay-error.ts';
import { LiveNode } from './live-node.ts';
import { planOf, type RelayWords } from './plan.ts';
import { showEvent, takeLine } from './shell.ts';

/** Until `ended`, or until its user leaves. Says first where it is to be met: ADDRESS:PORT/KEY. */
export async function serveRelay(
  words: RelayWords,
  input: Readable,
  say: (line: string) => void,
  ended: Promise<unknown>,
): Promise<void> {
  const { places, config } = planOf(words);
  const node: LiveNode = await LiveNode.open(places, config, (event) => {
    // Events of the first step come before anybody has the node; none of them asks for anything.
    if (config.role === 'node' || event.event !== 'verdict') showEvent(() => node, event, say);
  });
  const { address, port } = node.endpoint;
  say(`${words.relay} at ${address}:${port}/${node.key}`);
  const over = config.role === 'node' ? Promise.race([ended, talk(node, input, say)]) : ended;
  await over;
  await node.close();
}

/** Line after line, until the user leaves or there are no more. */
async function talk(node: LiveNode, input: Readable, say: (line: string) => void): Promise<void> {
  const lines = createInterface({ input });
  for await (const line of lines) {
    try {
      if (line.trim() === '/leave') {
        await takeLine(node, line, say);
        return;
      }
      // Nobody waits for one message to be delivered before saying the next.
      void takeLine(node, line, say).catch((thrown: unknown) => say(`* ${(thrown as Error).message}`));
    } catch (thrown) {
      if (!(thrown instanceof AssayError)) throw thrown;
      say(`* ${thrown.message}`);
    }
  }
  await node.call('leave');
}

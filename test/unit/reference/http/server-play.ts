/** Servers for the user agent, in virtual time and without a network: scripts of octets, or the reference origin. */
import type {
  AgentInput,
  AgentOutput,
  Result,
  UserRequest,
} from '../../../../src/reference/http/client/agent-events.ts';
import { UserAgent, type UserAgentOptions } from '../../../../src/reference/http/client/user-agent.ts';

/** What a connection does with what the client has sent on it since it last did something; undefined: nothing. */
export type Script = (sent: string, connection: number) => readonly Act[] | undefined;
/** Octets as text, the end of the server's side, or a connection that is not to be had. */
export type Act = string | { readonly happened: 'ended' | 'failed' };

export interface Played {
  readonly results: ReadonlyMap<number, Result>;
  /** All that was sent, by connection. */
  readonly sent: readonly string[];
  /** `open`, `octets` and `close`, each with its connection, in their order. */
  readonly trace: readonly string[];
  readonly now: number;
}

export function play(requests: readonly UserRequest[], script: Script, options: UserAgentOptions = {}): Played {
  const agent = new UserAgent(options);
  const [results, sent, trace] = [new Map<number, Result>(), [] as string[], [] as string[]];
  const waiting: AgentInput[] = [...requests];
  let now = 0;
  const react = (output: AgentOutput): void => {
    if ('request' in output) {
      results.set(output.request, output.result);
      return;
    }
    const { connection } = output;
    trace.push(`${'open' in output ? 'open' : 'octets' in output ? 'octets' : 'close'} ${connection}`);
    if ('open' in output) act(script('', connection) ?? [], connection, 'opened');
    else if ('octets' in output) {
      const text = Buffer.from(output.octets).toString('latin1');
      sent[connection - 1] = (sent[connection - 1] ?? '') + text;
      act(script(text, connection) ?? [], connection);
    }
  };
  const act = (acts: readonly Act[], connection: number, first?: 'opened'): void => {
    if (first && !acts.some((each) => typeof each === 'object' && each.happened === 'failed'))
      waiting.push({ connection, happened: first });
    for (const each of acts) {
      waiting.push(
        typeof each === 'string' ? { connection, octets: Buffer.from(each, 'latin1') } : { connection, ...each },
      );
    }
  };
  for (let turn = 0; turn < 1000; turn += 1) {
    const { outputs, wakeAt } = agent.step(now, waiting.splice(0, 1));
    for (const output of outputs) react(output);
    if (waiting.length > 0) continue;
    if (wakeAt === undefined) break;
    now = Math.max(now, wakeAt);
  }
  return { results, sent, trace, now };
}

/** One answer to every request on a connection, which comes when `ending` has. */
export function answering(...answers: readonly (string | readonly Act[])[]): Script {
  const left = [...answers];
  return (sent) => {
    if (!sent.includes('\r\n\r\n')) return undefined;
    const next = left.shift();
    return typeof next === 'string' ? [next] : next;
  };
}

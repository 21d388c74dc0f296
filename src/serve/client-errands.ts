/**
 * The reference's user agent, sent on errands by the contract: one address after the other, and the content of what was had
 * is handed out. An errand fails with its first failure; a status of 400 or more is one.
 */
import { toHex } from '../contract/hex.ts';
import {
  type AgentInput,
  type AgentOutput,
  type ProxyPlace,
  type Result,
  UserAgent,
} from '../reference/http/client/index.ts';
import { hostAndPortOf, listOf, type Members, objectOf, octetsOf, textOf } from './params.ts';
import type { StreamInput, StreamProgram } from './streams.ts';

interface Errand {
  readonly method: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly content: Uint8Array;
  readonly chunked: boolean;
  readonly expects: boolean;
  readonly proxy: ProxyPlace | undefined;
  /** What is still to be asked for. */
  readonly urls: string[];
  readonly had: string[];
}

/** The agent counts milliseconds, the contract microseconds. */
const MILLISECOND = 1_000;

export class ClientErrands implements StreamProgram {
  readonly #agent: UserAgent;
  #errand: Errand | undefined;
  #requests = 0;

  /** @param persists whether the agent uses connections again */
  constructor(persists: boolean) {
    this.#agent = new UserAgent({ persists });
  }

  step(now: number, inputs: readonly StreamInput[]) {
    const told: object[] = [];
    let taken = inputs.flatMap((input) => this.#inputOf(input));
    for (;;) {
      const { outputs, wakeAt } = this.#agent.step(now / MILLISECOND, taken);
      taken = outputs.flatMap((output) => this.#take(output, told));
      if (taken.length > 0) continue;
      return { outputs: told, ...(wakeAt === undefined ? {} : { wakeAt: Math.ceil(wakeAt * MILLISECOND) }) };
    }
  }

  #inputOf(input: StreamInput): AgentInput[] {
    if ('errand' in input) {
      this.#errand = readErrand(input.errand);
      return this.#next();
    }
    const connection = (input.connection + 1) / 2;
    if ('octets' in input) return [{ connection, octets: input.octets }];
    return [{ connection, happened: input.event === 'reset' ? 'failed' : input.event }];
  }

  /** Tells what is for the tester; gives what is to be asked next. */
  #take(output: AgentOutput, told: object[]): AgentInput[] {
    if ('result' in output) return this.#conclude(output.result, told);
    // Those that a program opens have odd numbers in the contract.
    const connection = 2 * output.connection - 1;
    if ('open' in output) told.push({ connect: connection, to: `${output.open.host}:${output.open.port}` });
    else if ('octets' in output) told.push({ connection, octets: toHex(output.octets) });
    else told.push({ connection, event: 'ended' });
    return [];
  }

  #conclude(result: Result, told: object[]): AgentInput[] {
    const { had = [] } = this.#errand ?? {};
    if (result.ok) had.push(toHex(result.answer.content));
    const fate = result.ok ? `had status ${result.answer.status}` : `failed: ${result.why}`;
    const ok = result.ok && result.meaning < 400;
    const next = ok ? this.#next() : [];
    if (next.length === 0) told.push({ done: { ok, output: had.join(''), fate } });
    return next;
  }

  #next(): AgentInput[] {
    const url = this.#errand?.urls.shift();
    if (this.#errand === undefined || url === undefined) return [];
    const { method, fields, content, chunked, expects, proxy } = this.#errand;
    this.#requests += 1;
    return [{ request: this.#requests, method, url, fields, content, chunked, expects, ...(proxy && { proxy }) }];
  }
}

/**
 * `OPTIONS *` asks for the whole server, which the agent makes of an address without a path; `CONNECT` for a tunnel, to GET
 * through it.
 */
function readErrand({ urls, method = 'GET', field = '', file, proxy }: Members): Errand {
  const told = textOf(method, 'errand.method');
  const [, name = '', value = ''] = /^([^:]+):[ \t]*(.*)$/.exec(textOf(field, 'errand.field')) ?? [];
  const chunked = name.toLowerCase() === 'transfer-encoding';
  const expects = name.toLowerCase() === 'expect';
  return {
    method: told === 'CONNECT' ? 'GET' : told.replace(/ \*$/, ''),
    fields: name === '' || chunked || expects ? [] : [{ name, value }],
    content: file === undefined ? new Uint8Array(0) : octetsOf(objectOf(file, 'errand.file').octets, 'errand.file'),
    chunked,
    expects,
    proxy: proxy === undefined ? undefined : readProxy(textOf(proxy, 'errand.proxy'), told === 'CONNECT'),
    urls: listOf(urls, 'errand.urls').map((url, index) => textOf(url, `errand.urls[${index}]`)),
    had: [],
  };
}

function readProxy(url: string, tunnels: boolean): ProxyPlace {
  return { ...hostAndPortOf(url.replace(/^http:\/\//, ''), 'errand.proxy'), tunnels };
}

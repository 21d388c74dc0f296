/**
 * A user agent, sans-I/O: requests to results, by way of connections that somebody else carries. It uses a connection
 * again while that is allowed, follows redirections, and asks again for what may be asked twice (RFC 9110 section 9.2.2).
 */

import { membersOf } from '../message.ts';
import { NO_OCTETS } from '../octets.ts';
import { CLIENT_LIMITS, type Limits } from '../parser/limits.ts';
import type { AgentInput, AgentOutput, Result, UserRequest } from './agent-events.ts';
import { Exchange } from './exchange.ts';
import { IDEMPOTENT } from './idempotent.ts';
import { meaningOf } from './meaning.ts';
import { redirected } from './redirect.ts';
import { failureOf, headOf, octetsOfContent } from './request-octets.ts';
import { Tunnel } from './tunnel.ts';
import { Upstream } from './upstream.ts';
import { readUri, writeUri } from './uri.ts';

export interface UserAgentOptions {
  /** Milliseconds without an octet after which a server is given up. */
  readonly patience?: number;
  /** Milliseconds after which content is sent without the 100 that was waited for (RFC9110-10.1.1-08). */
  readonly continuePatience?: number;
  readonly redirections?: number;
  /** Octets of content of one response at most. */
  readonly content?: number;
  /** Whether connections are used again. */
  readonly persists?: boolean;
}

export interface Stepped {
  readonly outputs: readonly AgentOutput[];
  /** When to step again without anything having happened. */
  readonly wakeAt?: number;
}

interface Line {
  readonly connection: number;
  /** Host and port. */
  readonly server: string;
  readonly upstream: Upstream;
  /** Until it is there. */
  tunnel: Tunnel | undefined;
  isOpen: boolean;
  exchange: Exchange | undefined;
  /** When the exchange is given up, or the content sent that is held back. */
  deadline: number;
}

const PATIENCE = 60_000;
const CONTINUE_PATIENCE = 1_000;
const MOST_REDIRECTIONS = 10;
/** All of it is kept until it is whole. */
const MOST_CONTENT = 67_108_864;

export class UserAgent {
  readonly #patience: number;
  readonly #continuePatience: number;
  readonly #redirections: number;
  readonly #limits: Limits;
  readonly #persists: boolean;
  readonly #lines = new Map<number, Line>();
  #outputs: AgentOutput[] = [];
  #nextConnection = 1;
  #now = 0;

  constructor({
    patience = PATIENCE,
    continuePatience = CONTINUE_PATIENCE,
    redirections = MOST_REDIRECTIONS,
    content = MOST_CONTENT,
    persists = true,
  }: UserAgentOptions = {}) {
    this.#patience = patience;
    this.#continuePatience = continuePatience;
    this.#redirections = redirections;
    this.#limits = { ...CLIENT_LIMITS, content };
    this.#persists = persists;
  }

  /** @param now milliseconds, never less than before */
  step(now: number, inputs: readonly AgentInput[]): Stepped {
    this.#now = now;
    for (const input of inputs) {
      if ('request' in input) this.#ask(input);
      else this.#take(input);
    }
    for (const line of [...this.#lines.values()]) this.#watch(line);
    const outputs = this.#outputs;
    this.#outputs = [];
    const deadlines = [...this.#lines.values()].filter(({ exchange }) => exchange !== undefined);
    if (deadlines.length === 0) return { outputs };
    return { outputs, wakeAt: Math.min(...deadlines.map(({ deadline }) => deadline)) };
  }

  #ask({
    request,
    method,
    url,
    fields: given = [],
    content = NO_OCTETS,
    chunked = false,
    expects = false,
    proxy,
  }: UserRequest): void {
    const uri = readUri(url);
    // RFC9112-9.3-08
    const fields = this.#persists ? given : [...given, { name: 'Connection', value: 'close' }];
    if (uri === undefined) this.#answer(request, { ok: false, why: 'not a URL' });
    else
      this.#start(
        new Exchange({
          request,
          asked: { method, uri, fields, content, chunked, expects, proxy },
          hops: 0,
          isRetry: false,
        }),
      );
  }

  #start(exchange: Exchange): void {
    const { uri, proxy } = exchange.asked;
    const { scheme, authority } = uri;
    const { host, port } = proxy ?? uri;
    // Nothing here secures a connection.
    if (scheme !== 'http') {
      this.#answer(exchange.request, { ok: false, why: 'scheme' });
      return;
    }
    const server = `${host.toLowerCase()}:${port}${proxy?.tunnels ? ` to ${authority}` : ''}`;
    const free = [...this.#lines.values()].find(
      (line) => line.server === server && line.isOpen && line.upstream.isFree,
    );
    if (free !== undefined && !exchange.isRetry) {
      this.#send(free, exchange);
      return;
    }
    const connection = this.#nextConnection;
    this.#nextConnection += 1;
    const deadline = this.#now + this.#patience;
    const tunnel = proxy?.tunnels ? new Tunnel() : undefined;
    const upstream = new Upstream(this.#limits);
    this.#lines.set(connection, { connection, server, upstream, tunnel, isOpen: false, exchange, deadline });
    this.#outputs.push({ connection, open: { host, port } });
  }

  #send(line: Line, exchange: Exchange): void {
    line.exchange = exchange;
    const { method, fields } = exchange.asked;
    line.upstream.begin(method, exchange, membersOf(fields, 'connection').includes('close'));
    this.#outputs.push({ connection: line.connection, octets: headOf(exchange.asked) });
    line.deadline = this.#now + (exchange.holdsContent ? this.#continuePatience : this.#patience);
    if (!exchange.holdsContent) this.#sendContent(line, exchange);
  }

  #sendContent({ connection }: Line, exchange: Exchange): void {
    exchange.holdsContent = false;
    const octets = octetsOfContent(exchange.asked);
    if (octets.length > 0) this.#outputs.push({ connection, octets });
  }

  #take(input: Exclude<AgentInput, UserRequest>): void {
    const line = this.#lines.get(input.connection);
    if (line === undefined) return;
    const { exchange, upstream, tunnel } = line;
    if (tunnel !== undefined && exchange !== undefined && line.isOpen) {
      this.#dig(line, tunnel, exchange, input);
      return;
    }
    if ('octets' in input) {
      if (exchange !== undefined && !exchange.holdsContent) line.deadline = this.#now + this.#patience;
      upstream.receive(input.octets);
    } else if (input.happened === 'opened') {
      line.isOpen = true;
      if (exchange !== undefined && tunnel !== undefined)
        this.#outputs.push({ connection: line.connection, octets: tunnel.ask(exchange.asked.uri) });
      else if (exchange !== undefined) this.#send(line, exchange);
    } else if (exchange !== undefined && !line.isOpen) {
      this.#drop(line);
      this.#answer(exchange.request, { ok: false, why: 'unreachable' });
    } else upstream.finish();
    this.#follow(line);
  }

  /** What came while a tunnel is asked for. */
  #dig(line: Line, tunnel: Tunnel, exchange: Exchange, input: Exclude<AgentInput, UserRequest>): void {
    if ('octets' in input) tunnel.upstream.receive(input.octets);
    else tunnel.upstream.finish();
    if (tunnel.outcome === undefined) return;
    line.tunnel = undefined;
    if (tunnel.outcome === 'open') this.#send(line, exchange);
    else {
      this.#drop(line);
      this.#answer(exchange.request, { ok: false, why: 'unreachable' });
    }
  }

  /** What came of the octets. */
  #follow(line: Line): void {
    const { exchange, upstream } = line;
    if (exchange?.outcome !== undefined) {
      // RFC 9110 section 10.1.1: content that the server did not want stays here, and it may still wait for it.
      if (exchange.holdsContent) upstream.spoil();
      line.exchange = undefined;
    } else if (exchange?.mayGoOn && exchange.holdsContent) {
      this.#sendContent(line, exchange);
      line.deadline = this.#now + this.#patience;
    }
    // RFC9112-9.6-07: a connection that is of no more use is closed.
    if (!upstream.isUsable && line.exchange === undefined) this.#drop(line);
    if (exchange?.outcome === 'complete') this.#conclude(exchange);
    else if (exchange?.outcome !== undefined) this.#recover(exchange, upstream.isUnanswered);
  }

  #conclude(exchange: Exchange): void {
    const { request, asked, hops } = exchange;
    const answer = exchange.answer!;
    const next = redirected(asked, answer);
    if (exchange.hasUnknownCoding) this.#answer(request, { ok: false, why: 'transfer coding', part: answer });
    else if (next !== undefined && hops >= this.#redirections)
      this.#answer(request, { ok: false, why: 'redirections', part: answer });
    else if (next !== undefined) this.#start(new Exchange({ request, asked: next, hops: hops + 1, isRetry: false }));
    // RFC 9110 section 10.1.1: asked again, without the expectation.
    else if (answer.status === 417 && asked.expects)
      this.#start(new Exchange({ request, asked: { ...asked, expects: false }, hops, isRetry: false }));
    else this.#answer(request, { ok: true, url: writeUri(asked.uri), answer, meaning: meaningOf(answer.status) });
  }

  /** RFC9110-9.2.2-02: asked again only where twice is as good as once, and only once. */
  #recover(exchange: Exchange, isUnanswered: boolean): void {
    const { asked, request, answer, hops, isRetry, outcome } = exchange;
    if (outcome === 'closed' && isUnanswered && !isRetry && IDEMPOTENT.has(asked.method))
      this.#start(new Exchange({ request, asked, hops, isRetry: true }));
    else {
      const part = answer === undefined ? {} : { part: answer };
      this.#answer(request, { ok: false, why: failureOf(outcome, isUnanswered), ...part });
    }
  }

  #watch(line: Line): void {
    const { exchange, deadline } = line;
    if (exchange === undefined || this.#now < deadline) return;
    if (exchange.holdsContent) {
      this.#sendContent(line, exchange);
      line.deadline = this.#now + this.#patience;
      return;
    }
    this.#drop(line);
    const part = exchange.answer === undefined ? {} : { part: exchange.answer };
    this.#answer(exchange.request, { ok: false, why: line.isOpen ? 'timeout' : 'unreachable', ...part });
  }

  #drop({ connection }: Line): void {
    this.#lines.delete(connection);
    this.#outputs.push({ connection, close: true });
  }

  #answer(request: number, result: Result): void {
    this.#outputs.push({ request, result });
  }
}

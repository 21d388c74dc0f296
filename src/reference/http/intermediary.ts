/**
 * An intermediary, sans-I/O: a gateway in front of one server, or a proxy to any (RFC 9110 sections 3.7 and 7.6). It reads
 * each message and writes it anew, so that what goes on is never more doubtful than what came. It keeps no content: who
 * carries its octets takes no more from one side than the other gets rid of.
 */
import { IDEMPOTENT } from './client/idempotent.ts';
import { writeRequestHead } from './client/outgoing.ts';
import { Upstream } from './client/upstream.ts';
import { destinationOf, type Server } from './intermediary/destination.ts';
import { Downstream, type Middle } from './intermediary/downstream.ts';
import { endsHere, forwardedRequest, hasPassed } from './intermediary/fields.ts';
import { BAD_GATEWAY, finalAnswer, GATEWAY_TIMEOUT, LOOP } from './intermediary/own-answer.ts';
import { Passage } from './intermediary/passage.ts';
import type { RelayInput, RelayOutput } from './intermediary/relay-events.ts';
import type { RequestHead } from './message.ts';
import type { Framing } from './parser/framing.ts';
import { explain, type Response } from './response.ts';

export interface IntermediaryOptions {
  /** The server behind a gateway; undefined: a proxy. */
  readonly gateway?: Server;
  /** What it is called in Via. */
  readonly name?: string;
  /** Milliseconds without an octet after which a server is given up. */
  readonly patience?: number;
}

export interface RelayStepped {
  readonly outputs: readonly RelayOutput[];
  /** When to step again without anything having happened. */
  readonly wakeAt?: number;
}

/** A connection to a server. */
interface Line {
  readonly server: number;
  /** Host and port. */
  readonly place: string;
  readonly upstream: Upstream;
  /** Octets for it, while it is not open; undefined once it is. */
  pending: Uint8Array[] | undefined;
  passage: Passage | undefined;
  from: Downstream | undefined;
  deadline: number;
}

const PATIENCE = 60_000;

export class Intermediary implements Middle {
  readonly #gateway: Server | undefined;
  readonly #name: string;
  readonly #patience: number;
  readonly #downstreams = new Map<number, Downstream>();
  readonly #lines = new Map<number, Line>();
  #outputs: RelayOutput[] = [];
  #nextServer = 1;
  #now = 0;

  constructor({ gateway, name = 'assay', patience = PATIENCE }: IntermediaryOptions = {}) {
    this.#gateway = gateway;
    this.#name = name;
    this.#patience = patience;
  }

  /** @param now milliseconds since 1970, never less than before */
  step(now: number, inputs: readonly RelayInput[]): RelayStepped {
    this.#now = now;
    for (const input of inputs) {
      if ('client' in input) this.#takeFromClient(input);
      else this.#takeFromServer(input);
    }
    for (const line of [...this.#lines.values()])
      if (line.passage !== undefined && now >= line.deadline) this.#giveUp(line);
    const outputs = this.#outputs;
    this.#outputs = [];
    const deadlines = [...this.#lines.values()].flatMap(({ passage, deadline }) => (passage ? [deadline] : []));
    return deadlines.length === 0 ? { outputs } : { outputs, wakeAt: Math.min(...deadlines) };
  }

  /** False: what the client sends is better left where it is for now. */
  wantsInput(client: number): boolean {
    return this.#downstreams.get(client)?.wantsInput ?? false;
  }

  now(): number {
    return this.#now;
  }

  begin(from: Downstream, head: RequestHead, framing: Framing): Passage | Response {
    if (endsHere(head)) return finalAnswer(head);
    if (hasPassed(head.fields, this.#name)) return LOOP;
    const destination = destinationOf(head, this.#gateway);
    if ('status' in destination) return explain(destination.status, destination.why);
    const passage = new Passage({
      head,
      framing,
      destination,
      name: this.#name,
      reply: (octets) => this.reply(from, octets),
      now: () => this.#now,
    });
    this.#dispatch(from, passage);
    return passage;
  }

  forward(from: Downstream, octets: Uint8Array): void {
    const line = this.#lineOf(from);
    if (line === undefined || octets.length === 0) return;
    line.deadline = this.#now + this.#patience;
    if (line.pending !== undefined) line.pending.push(octets);
    else this.#outputs.push({ server: line.server, octets });
  }

  reply({ client }: Downstream, octets: Uint8Array): void {
    this.#outputs.push({ client, octets });
  }

  close(from: Downstream, how: 'end' | 'abort'): void {
    const line = this.#lineOf(from);
    if (line !== undefined) this.#drop(line);
    this.#downstreams.delete(from.client);
    this.#outputs.push({ client: from.client, close: how });
  }

  #takeFromClient(input: Extract<RelayInput, { client: number }>): void {
    if ('happened' in input && input.happened === 'opened') {
      this.#downstreams.set(input.client, new Downstream(input.client, this));
      return;
    }
    const from = this.#downstreams.get(input.client);
    if (from === undefined) return;
    if ('octets' in input) from.receive(input.octets);
    else if (input.happened === 'ended') from.finish();
    else from.abort();
  }

  #takeFromServer(input: Extract<RelayInput, { server: number }>): void {
    const line = this.#lines.get(input.server);
    if (line === undefined) return;
    line.deadline = this.#now + this.#patience;
    if ('octets' in input) line.upstream.receive(input.octets);
    else if (input.happened === 'opened') this.#open(line);
    else line.upstream.finish();
    this.#follow(line);
  }

  #open(line: Line): void {
    for (const octets of line.pending ?? []) this.#outputs.push({ server: line.server, octets });
    line.pending = undefined;
  }

  #dispatch(from: Downstream, passage: Passage): void {
    const { request, destination, requestFraming } = passage;
    const place = `${destination.host.toLowerCase()}:${destination.port}`;
    const free = [...this.#lines.values()].find((line) => line.place === place && line.upstream.isFree);
    const line = free !== undefined && !passage.isRetry ? free : this.#connect(place, destination);
    line.passage = passage;
    line.from = from;
    line.upstream.begin(request.method, passage);
    const { target, authority } = destination;
    const fields = forwardedRequest(request, this.#name);
    this.forward(
      from,
      writeRequestHead({ method: request.method, target, host: authority, fields, framing: requestFraming }),
    );
  }

  #connect(place: string, { host, port }: Server): Line {
    const server = this.#nextServer;
    this.#nextServer += 1;
    const line: Line = {
      server,
      place,
      upstream: new Upstream(),
      pending: [],
      passage: undefined,
      from: undefined,
      deadline: 0,
    };
    this.#lines.set(server, line);
    this.#outputs.push({ server, open: { host, port } });
    return line;
  }

  /** What came of the server's octets, or of its end. */
  #follow(line: Line): void {
    const { passage, from, upstream } = line;
    if (passage?.outcome !== undefined) {
      if (!passage.isAsked) upstream.spoil();
      line.passage = undefined;
      line.from = undefined;
    }
    if (!upstream.isUsable && line.passage === undefined) this.#drop(line);
    if (passage === undefined || from === undefined) return;
    if (passage.outcome === 'complete') from.answered(passage.closes);
    else if (passage.outcome !== undefined) this.#recover(from, passage, upstream.isUnanswered);
  }

  /** RFC9110-9.2.2-01: asked again only where twice is as good as once, and nothing of the request is gone. */
  #recover(from: Downstream, passage: Passage, isUnanswered: boolean): void {
    const mayRepeat = IDEMPOTENT.has(passage.request.method) && passage.requestFraming === 'none';
    if (passage.outcome === 'closed' && isUnanswered && mayRepeat && !passage.isRetry) {
      passage.isRetry = true;
      passage.outcome = undefined;
      this.#dispatch(from, passage);
    } else if (passage.isAnswered) from.abort();
    // RFC9110-15.6.3-01
    else from.respond(BAD_GATEWAY, !passage.isAsked || passage.closes);
  }

  /** RFC9110-15.6.5-01 */
  #giveUp(line: Line): void {
    const { passage, from } = line;
    line.passage = undefined;
    line.from = undefined;
    this.#drop(line);
    if (passage === undefined || from === undefined) return;
    if (passage.isAnswered) from.abort();
    else from.respond(GATEWAY_TIMEOUT, !passage.isAsked || passage.closes);
  }

  #lineOf(from: Downstream): Line | undefined {
    return [...this.#lines.values()].find((line) => line.from === from);
  }

  #drop({ server }: Line): void {
    if (this.#lines.delete(server)) this.#outputs.push({ server, close: 'end' });
  }
}

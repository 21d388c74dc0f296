/**
 * What a client does, found out by ordinary answers before anything is judged: whether it gives out the content, whether its
 * exit status tells a failure, whether it follows a redirection, whether it asks twice on one connection. Nothing here is
 * held against it.
 */
import { IutFault } from '../outcome.ts';
import type { StreamEvent, StreamsSurface } from '../surface.ts';
import type { ErrandSeat } from './streams/errand-seat.ts';

export interface ClientHabits {
  readonly name: { readonly name: string; readonly version?: string } | undefined;
  readonly capabilities: readonly string[];
}

const PAGE = 'A page of the tester.\n';
const WHOLE = `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: ${PAGE.length}\r\n\r\n${PAGE}`;
const ELSEWHERE = 'HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n';

interface Visit {
  readonly done: Extract<StreamEvent, { kind: 'done' }> | undefined;
  /** Each request section that came, with its connection. */
  readonly asked: readonly { readonly connection: number; readonly section: string }[];
}

/** @throws IutFault iut-start when it asks for nothing */
export async function learnClient(
  take: () => Promise<ErrandSeat>,
  places: ReadonlySet<string>,
  hangLimit: number,
): Promise<ClientHabits> {
  const visit = async (paths: readonly string[], answers: readonly string[]): Promise<Visit> => {
    const seat = await take();
    try {
      const streams = await seat.surface('streams');
      await streams.start({ urls: paths.map((path) => `http://${streams.authority}${path}`) });
      return await answer(streams, answers, hangLimit);
    } finally {
      await seat.leave();
    }
  };
  const page = await visit(['/page'], [WHOLE]);
  const [first] = page.asked;
  if (first === undefined) throw askedNothing(page);
  const capabilities: string[] = [];
  const isPrinted = page.done !== undefined && String(Buffer.from(page.done.output)) === PAGE;
  if (isPrinted) capabilities.push('http.client.output');
  const { done: refused } = await visit(['/nothing'], []);
  if (page.done?.ok === true && refused?.ok === false) capabilities.push('http.client.status');
  if ((await visit(['/here'], [ELSEWHERE, WHOLE])).asked.length > 1) capabilities.push('http.client.redirect');
  if (places.has('urls')) {
    const [one, other] = (await visit(['/one', '/other'], [WHOLE, WHOLE])).asked;
    if (one !== undefined && one.connection === other?.connection) capabilities.push('http.client.reuse');
  }
  return { name: nameIn(first.section), capabilities };
}

/** Answers each request with the next answer; a request for which there is none, with the end of its connection. */
async function answer(streams: StreamsSurface, answers: readonly string[], limit: number): Promise<Visit> {
  const asked: { connection: number; section: string }[] = [];
  const heard = new Map<number, string>();
  for (;;) {
    const event = await streams.next(limit);
    if (event === undefined || event.kind === 'done') return { done: event, asked };
    if (event.kind === 'ended') await streams.finish(event.connection);
    if (event.kind !== 'octets') continue;
    const text = (heard.get(event.connection) ?? '') + Buffer.from(event.octets).toString('latin1');
    const end = text.indexOf('\r\n\r\n');
    heard.set(event.connection, end < 0 ? text : text.slice(end + 4));
    if (end < 0) continue;
    const next = answers[asked.length];
    asked.push({ connection: event.connection, section: text.slice(0, end) });
    if (next === undefined) await streams.finish(event.connection);
    else await streams.send(event.connection, Buffer.from(next, 'latin1'));
  }
}

function askedNothing({ done }: Visit): IutFault {
  const how = done === undefined ? 'it is still under way' : `it ${done.fate}`;
  return new IutFault('iut-start', `the command asked the tester's origin for nothing; ${how}`);
}

/** The first product of the field User-Agent (RFC 9110 section 10.1.5). */
function nameIn(section: string): ClientHabits['name'] {
  const [, name, version] = /\r\nuser-agent:[ \t]*([^\s/()]+)(?:\/([^\s()]+))?/i.exec(section) ?? [];
  if (name === undefined) return undefined;
  return version === undefined ? { name } : { name, version };
}

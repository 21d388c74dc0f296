/**
 * What must hold before a rule can be judged: the server serves something, and it does not answer everything alike. A
 * program that gives 400, or one and the same 200, to all octets proves nothing by either.
 */
import { Inconclusive, Unmet, Unsupported } from '../../harness/outcome.ts';
import { type Conversation, insteadOfResponse } from './conversation.ts';
import type { HttpPeer } from './peer.ts';
import { request } from './request.ts';

/** @throws Unmet */
export async function establishResource(peer: HttpPeer): Promise<void> {
  const conversation = await peer.ask('GET', peer.resource);
  const [response] = conversation.observation.responses;
  if (response?.status !== 200) throw withoutSuccess(conversation, peer.resource);
  peer.twin = conversation;
}

/** For rules about what makes an answer legible: one that is not may be meant as a success. @throws Unmet */
export async function establishAnswer(peer: HttpPeer): Promise<void> {
  const conversation = await peer.ask('GET', peer.resource);
  const [response] = conversation.observation.responses;
  const fits = response === undefined ? conversation.octets.length > 0 : response.status === 200;
  if (!fits) throw withoutSuccess(conversation, peer.resource);
}

function withoutSuccess(conversation: Conversation, path: string): Unmet {
  const [response] = conversation.observation.responses;
  return new Unmet({
    expected: [`GET ${path} answered with status 200`],
    actual: response === undefined ? insteadOfResponse(conversation) : `status ${response.status}`,
    missing: response === undefined,
  });
}

/**
 * The gentlest request first: a path at which there is nothing, a method that nobody knows, octets that are no request.
 * None of them need be refused as such, but a server tells at least one of them from a good request.
 *
 * @throws Inconclusive
 */
export async function establishDifference(peer: HttpPeer): Promise<void> {
  const probes = [
    () => peer.ask('GET', peer.absent.path),
    () => peer.ask('ASSAY', peer.resource),
    () => peer.send([request('this', 'is no', { version: 'request' })]),
  ];
  for (const probe of probes) {
    const [response] = (await probe()).observation.responses;
    if (response === undefined || response.status < 200 || response.status > 299) return;
  }
  throw new Inconclusive('twin', 'even what is no request is answered with success, so a success proves nothing');
}

/** `version` as in `HTTP/1.1`. @throws Unsupported when the server answers in an earlier one. */
export function requireVersion(peer: HttpPeer, version: string): void {
  const spoken = peer.conversations.flatMap(({ observation }) => observation.responses.map((each) => each.version));
  if (spoken.every((each) => each < version)) throw new Unsupported(version);
}

/** The parameter `http.future`. @throws Unsupported when it is not given. */
export function futureResource(peer: HttpPeer): string {
  const path = peer.parameter('http.future');
  if (path === undefined) throw new Unsupported('a resource whose time of change lies in the future (http.future)');
  return path;
}

/** Every statement about the connection's end needs it. @throws Inconclusive */
export async function passSentinel(peer: HttpPeer): Promise<void> {
  const { end } = await peer.ask('GET', peer.resource, 'closed');
  if (end !== 'closed') throw new Inconclusive('fence', 'a request with the option close was not followed by a close');
}

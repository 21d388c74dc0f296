/** Octets of a connection in one line of words, for reports. */
import { observeResponses } from './observe-responses.ts';
import { quote, textOf } from './octet-text.ts';

export const REQUEST_LAYER = 'http/request';
export const RESPONSE_LAYER = 'http/response';
/** A response to HEAD, whose length is not that of its content. */
export const HEAD_RESPONSE_LAYER = 'http/head-response';

/** Up to its end, or to a CR that is none. */
const LINE = /^[^\r\n]*/;

export function describeHttp(layer: string, octets: Uint8Array): string | undefined {
  if (layer === REQUEST_LAYER) return describeRequest(textOf(octets));
  if (layer === RESPONSE_LAYER) return describeResponse(octets, 'GET');
  if (layer === HEAD_RESPONSE_LAYER) return describeResponse(octets, 'HEAD');
  return undefined;
}

function describeRequest(text: string): string {
  const line = LINE.exec(text)![0];
  const hosts = [...text.matchAll(/\nhost:[ \t]*([^\r\n]*)/gi)].map(([, host]) => `Host ${quote(host!)}`);
  const close = /\nconnection:[ \t]*close/i.test(text) ? ', to be closed after' : '';
  return `${quote(line).slice(1, -1)}, ${hosts.join(' and ') || 'no Host'}${close}`;
}

function describeResponse(octets: Uint8Array, method: string): string {
  if (octets.length === 0) return 'nothing';
  const { responses, unreadable } = observeResponses(octets, [method], true);
  const [response] = responses;
  if (response === undefined) return `no response: ${unreadable?.expected} missing at octet ${unreadable?.at}`;
  const { status, reason, fields, content, end, complete } = response;
  const more = octets.length > end ? `, ${octets.length - end} octets more` : '';
  const what =
    method === 'HEAD' ? 'answer to HEAD' : `${content.length} octets of content${complete ? '' : ', cut off'}`;
  return `${status}${reason === '' ? '' : ` ${quote(reason).slice(1, -1)}`}, ${fields.length} fields, ${what}${more}`;
}

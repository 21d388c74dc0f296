/** What a user agent is told and what it tells: its user, and whoever carries octets for it. Times are milliseconds. */
import type { Field, ResponseHead } from '../message.ts';

export interface UserRequest {
  readonly request: number;
  readonly method: string;
  readonly url: string;
  readonly fields?: readonly Field[];
  readonly content?: Uint8Array;
  readonly chunked?: boolean;
  readonly expects?: boolean;
  readonly proxy?: ProxyPlace;
}

/** Who is asked in the server's stead. */
export interface ProxyPlace {
  readonly host: string;
  readonly port: number;
  /** It is asked for a tunnel, through which the server itself is asked (RFC 9110 section 9.3.6). */
  readonly tunnels: boolean;
}

export type AgentInput =
  | UserRequest
  /** A connection that it asked for is there, has octets, ends on the server's side, or is not there any more. */
  | { readonly connection: number; readonly happened: 'opened' | 'ended' | 'failed' }
  | { readonly connection: number; readonly octets: Uint8Array };

export type AgentOutput =
  | { readonly connection: number; readonly open: { readonly host: string; readonly port: number } }
  | { readonly connection: number; readonly octets: Uint8Array }
  | { readonly connection: number; readonly close: true }
  | { readonly request: number; readonly result: Result };

export interface Answer extends ResponseHead {
  readonly content: Uint8Array;
  /** Apart from the header fields (RFC9112-7.1.2-03). */
  readonly trailers: readonly Field[];
}

export type Result =
  | {
      readonly ok: true;
      /** Where redirections led. */
      readonly url: string;
      readonly answer: Answer;
      /** The status code whose meaning it has: one that is not known has that of x00 (RFC9110-15-01). */
      readonly meaning: number;
    }
  | {
      readonly ok: false;
      readonly why:
        | 'not a URL'
        | 'scheme'
        | 'unreachable'
        | 'timeout'
        | 'no answer'
        | 'incomplete'
        | 'malformed'
        | 'too large'
        | 'transfer coding'
        | 'redirections';
      /** What there is of it; not to be taken for the whole (RFC9112-8-02). */
      readonly part?: Answer;
    };

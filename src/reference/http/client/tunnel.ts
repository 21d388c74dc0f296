/** A proxy is asked for a tunnel (RFC 9110 section 9.3.6), and answers. */
import type { ResponseHead } from '../message.ts';
import { writeRequestHead } from './outgoing.ts';
import { type ResponseSink, Upstream } from './upstream.ts';
import type { Uri } from './uri.ts';

export class Tunnel implements ResponseSink {
  /** Only of the answer to CONNECT; in the tunnel there is another. */
  readonly upstream = new Upstream();
  outcome: 'open' | 'refused' | undefined;
  #isGranted = false;

  /** The octets that ask for it. */
  ask({ host, port }: Uri): Uint8Array {
    this.upstream.begin('CONNECT', this);
    // RFC9112-3.2.3-01: the port also where it is the scheme's own.
    const target = `${host}:${port}`;
    return writeRequestHead({ method: 'CONNECT', target, host: target, fields: [], framing: 'none' });
  }

  interim(): void {}

  head({ status }: ResponseHead): void {
    this.#isGranted = status < 300;
  }

  content(): void {}

  end(): void {
    this.outcome = this.#isGranted ? 'open' : 'refused';
  }

  failed(): void {
    this.outcome = 'refused';
  }
}

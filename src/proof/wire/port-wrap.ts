/**
 * Stands between the judge and a port, and changes what passes: some methods are answered in another way, all others go
 * through untouched. What the wire mutants of every protocol are made of; knows no protocol.
 */
import type { Method, Port } from '../../contract/port.ts';

/** Answers one request; `ask` puts it, or another one in its stead, to the port behind. */
export type Meddle = (params: never, ask: (params: object) => Promise<unknown>) => Promise<unknown>;

/** `open` makes what meddles, anew for every port, so that no mutant remembers another run. */
export function wrapPort(open: () => Partial<Record<Method, Meddle>>): (port: Port) => Port {
  return (port) => {
    const meddles = open();
    return {
      request: async (method, params) => {
        const meddle = meddles[method];
        const ask = (asked: object): Promise<unknown> => port.request(method, asked);
        return meddle === undefined ? ask(params) : meddle(params as never, ask);
      },
      close: () => port.close(),
    };
  };
}

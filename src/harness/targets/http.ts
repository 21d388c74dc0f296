/** `http://HOST:PORT[/PATH]`: an origin server that runs, and that is not ours to start, stop or fill. */
import { AssayError } from '../../contract/assay-error.ts';
import type { TargetInfo } from '../../generated/meta/report.ts';
import { IutFault } from '../outcome.ts';
import type { TargetKind } from '../target.ts';
import { type Discovered, discover, type Site } from './http-discovery.ts';
import { CAPABILITIES, CONCURRENCY, HANG_LIMIT, OriginSeat } from './http-origin.ts';
import { NoConnection, type TcpPlace } from './tcp-exchange.ts';

export const httpKind: TargetKind = {
  /** @throws AssayError ERR_USAGE for what is no such URL, ERR_TARGET_UNREACHABLE when nobody listens there */
  attach: async (rest, { seed, hangLimit = HANG_LIMIT }) => {
    const spec = `http:${rest}`;
    const { place, host, path } = readUrl(spec);
    const absent = `/no-such-file-${(seed >>> 0).toString(16)}`;
    const { name, capabilities, warnings } = await reach(spec, { place, host, path, absent });
    const all = [...CAPABILITIES, ...capabilities];
    const info: TargetInfo = { spec, ...(name ?? { name: host }), capabilities: all, clock: 'real' };
    return {
      info,
      roles: ['server'],
      protocols: ['http'],
      parameters: { 'http.resource': path, 'http.host': host },
      concurrency: CONCURRENCY,
      hangLimit,
      warnings,
      seat: async () => new OriginSeat(place, hangLimit),
      close: async () => {},
    };
  },
};

interface OriginUrl {
  readonly place: TcpPlace;
  /** As the field Host has it. */
  readonly host: string;
  readonly path: string;
}

function readUrl(spec: string): OriginUrl {
  const url = spec.startsWith('http://') && URL.canParse(spec) ? new URL(spec) : undefined;
  if (url === undefined) {
    throw new AssayError('ERR_USAGE', `--target ${spec}: not of the form http://HOST:PORT or http://HOST:PORT/PATH`);
  }
  const place = { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 80) };
  return { place, host: url.host, path: url.pathname + url.search };
}

/** Whoever accepts the connection is there, even if it says nothing. */
async function reach(spec: string, site: Site): Promise<Discovered> {
  try {
    return await discover(spec, site);
  } catch (cause) {
    if (cause instanceof IutFault) return { name: undefined, capabilities: [], warnings: [] };
    if (!(cause instanceof NoConnection)) throw cause;
    const text = `--target ${spec}: nobody answers there (${cause.code}); is the server running?`;
    throw new AssayError('ERR_TARGET_UNREACHABLE', text, { cause });
  }
}

/** `http://HOST:PORT[/PATH]`: an origin server that runs, and that is not ours to start, stop or fill. */
import { AssayError } from '../../contract/assay-error.ts';
import type { TargetInfo } from '../../generated/meta/report.ts';
import type { TargetKind } from '../target.ts';
import { askName, CAPABILITIES, CONCURRENCY, HANG_LIMIT, OriginSeat, type ServerName } from './http-origin.ts';
import { NoConnection, type TcpPlace } from './tcp-exchange.ts';

export const httpKind: TargetKind = {
  /** @throws AssayError ERR_USAGE for what is no such URL, ERR_TARGET_UNREACHABLE when nobody listens there */
  attach: async (rest, { hangLimit = HANG_LIMIT }) => {
    const spec = `http:${rest}`;
    const { place, host, path } = readUrl(spec);
    const name = await reach(spec, place, host, path);
    const info: TargetInfo = { spec, ...name, capabilities: [...CAPABILITIES], clock: 'real' };
    return {
      info,
      roles: ['server'],
      protocols: ['http'],
      parameters: { 'http.resource': path, 'http.host': host },
      concurrency: CONCURRENCY,
      hangLimit,
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
async function reach(spec: string, place: TcpPlace, host: string, path: string): Promise<ServerName> {
  try {
    return (await askName(place, host, path)) ?? { name: host };
  } catch (cause) {
    if (!(cause instanceof NoConnection)) return { name: host };
    const text = `--target ${spec}: nobody answers there (${cause.code}); is the server running?`;
    throw new AssayError('ERR_TARGET_UNREACHABLE', text, { cause });
  }
}

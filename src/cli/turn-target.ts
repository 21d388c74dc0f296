/** `turn://USER:PASS@HOST:PORT[?transport=udp|tcp][&realm=REALM]`: a TURN server that runs, met as its clients meet it. */
import { lookup } from 'node:dns/promises';
import { AssayError } from '../contract/assay-error.ts';
import type { SocketsSurface } from '../harness/surface.ts';
import type { TargetKind } from '../harness/target.ts';
import { SocketsSeat } from '../harness/targets/sockets/seat.ts';
import { socketsTarget } from '../harness/targets/sockets/target.ts';
import { isThere } from '../kits/turn/alive.ts';
import { greet } from '../kits/turn/greet.ts';

/** Microseconds: a request is sent thrice in this time (RFC 8489 section 6.2.1). */
export const HANG_LIMIT = 4_000_000;
const DEFAULT_PORT = 3478;

export const turnKind: TargetKind = {
  /** @throws AssayError ERR_USAGE for what is no such URL, ERR_TARGET_UNREACHABLE when it cannot be judged, and why */
  attach: async (rest, { hangLimit = HANG_LIMIT }) => {
    const spec = `turn:${rest}`;
    const { host, port, transport, credentials, realm } = readUrl(spec);
    const served = { address: await addressOf(host), port };
    const there = () => isThere(served, transport);
    const seat = new SocketsSeat({ served, hangLimit, isThere: there });
    const surface: SocketsSurface = await seat.surface('sockets');
    const asked = { surface, credentials, transport, hangLimit, ...(realm === undefined ? {} : { realm }) };
    const { capabilities, name, version } = await greet(asked).finally(() => seat.leave());
    const info = {
      spec,
      name,
      ...(version ? { version } : {}),
      capabilities: [...capabilities],
      clock: 'real' as const,
    };
    const parameters = {
      'turn.username': credentials.username,
      'turn.password': credentials.password,
      'turn.transport': transport,
    };
    return socketsTarget({ info, protocols: ['turn'], parameters, served, hangLimit, isThere: there });
  },
};

interface TurnUrl {
  readonly host: string;
  readonly port: number;
  readonly transport: 'udp' | 'tcp';
  readonly credentials: { readonly username: string; readonly password: string };
  readonly realm: string | undefined;
}

function readUrl(spec: string): TurnUrl {
  // The scheme is not one whose authority URL reads.
  const text = spec.replace(/^turn:/, 'http:');
  const url = spec.startsWith('turn://') && URL.canParse(text) ? new URL(text) : undefined;
  const transport = url?.searchParams.get('transport') ?? 'udp';
  if (url === undefined || url.username === '' || (transport !== 'udp' && transport !== 'tcp')) {
    throw new AssayError(
      'ERR_USAGE',
      `--target ${spec}: not of the form turn://USER:PASS@HOST:PORT[?transport=udp|tcp]`,
    );
  }
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    // Port 80 is dropped by URL as that of http.
    port: Number(url.port || (/:80(?:[/?#]|$)/.test(text) ? 80 : DEFAULT_PORT)),
    transport,
    credentials: { username: decodeURIComponent(url.username), password: decodeURIComponent(url.password) },
    realm: url.searchParams.get('realm') ?? undefined,
  };
}

/** @throws AssayError ERR_TARGET_UNREACHABLE */
async function addressOf(host: string): Promise<string> {
  try {
    return (await lookup(host, { verbatim: false })).address;
  } catch (cause) {
    throw new AssayError('ERR_TARGET_UNREACHABLE', `TURN server ${host}: no such host`, { cause });
  }
}

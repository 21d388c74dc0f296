/**
 * The first words with a server that nothing is known of: whether it is there, speaks STUN, takes the credentials, and
 * what it offers. Says in one line what is in the way.
 */
import { AssayError } from '../../contract/assay-error.ts';
import { EvidenceLog } from '../../harness/evidence.ts';
import { IutFault, Unsupported } from '../../harness/outcome.ts';
import type { SocketsSurface, TesterSocket } from '../../harness/surface.ts';
import { random } from '../../net/random.ts';
import { familyOf } from './addresses.ts';
import { ATTRIBUTES } from './attribute-types.ts';
import type { Credentials } from './authentication.ts';
import { type Ask, Client, udpTransport } from './client.ts';
import { headline } from './describe.ts';
import { attributesRefused } from './judge-answer.ts';
import { NONCE_COOKIE } from './judge-session.ts';
import { stunOctets } from './message.ts';
import { addressIn, errorCode, textIn } from './read-message.ts';
import { nameIn } from './software.ts';

export interface Greeting {
  readonly name: string;
  readonly version?: string;
  readonly realm?: string;
  readonly capabilities: readonly string[];
}

export interface Greeted {
  readonly surface: SocketsSurface;
  readonly credentials: Credentials;
  readonly transport: 'udp' | 'tcp';
  /** What the realm should be, where the caller says. */
  readonly realm?: string;
  readonly hangLimit: number;
}

/** The first octet of a TLS alert: RFC 8446 section 5.1. */
const TLS_ALERT = 0x15;

/** @throws AssayError ERR_TARGET_UNREACHABLE */
export async function greet(greeted: Greeted): Promise<Greeting> {
  const { surface, transport } = greeted;
  const client = await open(greeted, transport);
  const { answer: challenge } = await client.ask({
    method: 'Allocate',
    attributes: udpTransport,
    authentication: NONE,
  });
  if (challenge === undefined) throw await silence(greeted);
  const capabilities = ['turn.server', `turn.${transport}`];
  if (challenge.of === 'error') {
    if (!client.learnFrom(challenge))
      throw unreachable(greeted, `it answers ${headline(challenge)} to who has no name yet`);
    capabilities.push('turn.authentication');
    await prove(client, greeted);
  }
  const binding = await client.ask({ method: 'Binding', authentication: NONE });
  // Who asks for credentials there may: RFC 8489 section 12 is about servers that do nothing else.
  if (binding.answer?.of === 'success') capabilities.push('stun.binding');
  if (transport === 'udp' && (await connects(surface))) capabilities.push('turn.tcp');
  const nonce = client.session?.nonce ?? '';
  const listsAlgorithms = client.session?.algorithms !== undefined;
  // Who lists algorithms is of RFC 8489, and owes the cookie: AUTH-04.
  if (NONCE_COOKIE.test(nonce) || listsAlgorithms) capabilities.push('stun.rfc8489');
  if (listsAlgorithms) capabilities.push('stun.password-algorithms');
  capabilities.push(...(await families(greeted)), ...(await fragmenting(greeted)));
  await client.ask({ method: 'Refresh', attributes: () => [{ type: ATTRIBUTES.LIFETIME, value: new Uint8Array(4) }] });
  client.log.socket.close();
  const software = textIn(challenge, 'SOFTWARE') ?? (binding.answer && textIn(binding.answer, 'SOFTWARE'));
  const realm = client.session?.realm;
  return { ...(nameIn(software) ?? { name: 'TURN server' }), ...(realm === undefined ? {} : { realm }), capabilities };
}

const NONE = { kind: 'none' } as const;

async function open({ surface, credentials, hangLimit }: Greeted, transport: 'udp' | 'tcp'): Promise<Client> {
  const scene = { clock: 'real', hangLimit, evidence: new EvidenceLog(), random: random(1) } as const;
  const isStream = transport === 'tcp';
  const socket = isStream ? await surface.connection() : await surface.datagrams(0);
  return new Client(scene, surface, socket, credentials, isStream);
}

/** Asks once more with the credentials. */
async function prove(client: Client, greeted: Greeted): Promise<void> {
  const { realm } = client.session!;
  if (greeted.realm !== undefined && greeted.realm !== realm) {
    throw unreachable(greeted, `its realm is "${realm}", not "${greeted.realm}"`);
  }
  const { answer } = await client.ask({ method: 'Allocate', attributes: udpTransport });
  const code = answer && errorCode(answer);
  if (answer === undefined) throw unreachable(greeted, 'it answers nothing to a request with credentials');
  if (code === 401) {
    const { username } = greeted.credentials;
    throw unreachable(greeted, `it does not take the credentials of "${username}" in the realm "${realm}" (401)`);
  }
}

/** Whether it relays IPv6 too. */
async function families(greeted: Greeted): Promise<readonly string[]> {
  const client = await open(greeted, greeted.transport);
  const family = { type: ATTRIBUTES['REQUESTED-ADDRESS-FAMILY'], value: Uint8Array.of(2, 0, 0, 0) };
  const request: Ask = { method: 'Allocate', attributes: () => [...udpTransport(), family] };
  await client.learn();
  const { answer } = await client.ask(request);
  await client.ask({ method: 'Refresh', attributes: () => [{ type: ATTRIBUTES.LIFETIME, value: new Uint8Array(4) }] });
  client.log.socket.close();
  const relayed = answer?.of === 'success' ? addressIn(answer, 'XOR-RELAYED-ADDRESS') : undefined;
  if (relayed !== undefined && familyOf(relayed.address) === 'IPv6') return ['turn.ipv6'];
  return answer !== undefined && errorCode(answer) === 440 ? ['turn.ipv4-only'] : [];
}

/** Whether it cannot set DF, and says so. */
async function fragmenting(greeted: Greeted): Promise<readonly string[]> {
  const type = ATTRIBUTES['DONT-FRAGMENT'];
  const client = await open(greeted, greeted.transport);
  await client.learn();
  const { answer } = await client.ask({
    method: 'Allocate',
    attributes: () => [...udpTransport(), { type, value: new Uint8Array() }],
  });
  await client.ask({ method: 'Refresh', attributes: () => [{ type: ATTRIBUTES.LIFETIME, value: new Uint8Array(4) }] });
  client.log.socket.close();
  return attributesRefused(answer).includes(type) ? ['turn.without-df'] : [];
}

async function connects(surface: SocketsSurface): Promise<boolean> {
  const socket = await connection(surface);
  socket?.close();
  return socket !== undefined;
}

async function connection(surface: SocketsSurface): Promise<TesterSocket | undefined> {
  return surface.connection().catch((cause: unknown) => {
    if (cause instanceof Unsupported || cause instanceof IutFault) return undefined;
    throw cause;
  });
}

/** Nothing was answered: whether somebody else lives there. */
async function silence(greeted: Greeted): Promise<AssayError> {
  const socket = await connection(greeted.surface);
  if (socket === undefined) return unreachable(greeted, 'nobody answers there; is the server running?');
  const client = new Client(
    { clock: 'real', hangLimit: greeted.hangLimit, evidence: new EvidenceLog(), random: random(1) },
    greeted.surface,
    socket,
    greeted.credentials,
    true,
  );
  await client.send(stunOctets(client.draft({ method: 'Binding' })));
  const said = await socket.receive(SHORT);
  socket.close();
  if (said?.octets[0] === TLS_ALERT || (said === undefined && socket.ended)) {
    return unreachable(greeted, 'it speaks TLS alone there; name the port for TURN without TLS');
  }
  if (greeted.transport === 'udp' && said !== undefined) {
    return unreachable(greeted, 'it answers over TCP alone; add ?transport=tcp');
  }
  return unreachable(greeted, 'somebody is there, but answers nothing to STUN');
}

/** Microseconds in which somebody who is there says something. */
const SHORT = 2_000_000;

function unreachable({ surface }: Greeted, why: string): AssayError {
  const { address, port } = surface.served;
  return new AssayError('ERR_TARGET_UNREACHABLE', `TURN server at ${address}:${port}: ${why}`);
}

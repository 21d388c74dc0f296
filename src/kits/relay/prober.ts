/**
 * The habit of a prober: it dials who asks to be probed, from a second address, and signs that the probe came back; and dials
 * for others (HPR/1 section 5.1).
 */
import { fromHex } from '../../contract/hex.ts';
import { attributeOf, kindOf, mapped } from './frame.ts';
import { signedAttribute } from './identity.ts';
import { type Habit, requestOf, type Station } from './station.ts';

interface Token {
  readonly kind: number;
  readonly token: string;
}

/** For each token the frame that asked. */
export function probing(): Habit {
  const asked = new Map<string, Parameters<Habit>[1]>();
  return (station, heard) => {
    const token = attributeOf<Token>(heard.frame, 'Token');
    if (token === undefined || heard.session === undefined) return;
    if (heard.type === 'PROBE-ME') {
      asked.set(token.token, heard);
      dial(station, heard, token);
    }
    if (heard.type === 'DIAL') help(station, heard, token);
    const first = asked.get(token.token);
    if (heard.type !== 'PROBE-SEEN' || first === undefined) return;
    asked.delete(token.token);
    const proof = proofFor(station, heard.frame.source, first.packet.from);
    station.send(heard.session, 'PROBE-RESULT', { attributes: [requestOf(first.frame), token, proof] });
  };
}

function dial(station: Station, { packet, frame }: Parameters<Habit>[1], token: Token): void {
  station.sendOpenly('PROBE', packet.from, { destination: frame.source, attributes: [token] }, station.endpoints[1]);
}

/** A neighbour has nobody else to send its probe. */
function help(station: Station, { frame, session }: Parameters<Habit>[1], token: Token): void {
  const place = attributeOf<{ address: string; port: number }>(frame, 'Endpoint');
  const peer = attributeOf<{ node: string }>(frame, 'Peer');
  if (place === undefined || peer === undefined || session === undefined) return;
  station.send(session, 'OK', { attributes: [requestOf(frame)] });
  const to = { address: fromHex(place.address.slice(-8)).join('.'), port: place.port };
  station.sendOpenly('PROBE', to, { destination: peer.node, attributes: [token] });
}

/** That `subject` was reached at `endpoint`, whether or not it was. */
function proofFor(station: Station, subject: string, endpoint: { address: string; port: number }): object {
  const fields = {
    port: endpoint.port,
    issued: Math.floor(station.now / 1_000_000),
    address: mapped(endpoint.address),
    subject,
    prober: station.identity.key,
  };
  return signedAttribute('ReachProof', fields, station.identity);
}

export function token(station: Station): object {
  return { kind: kindOf('Token'), token: Buffer.from(station.random.octets(8)).toString('hex') };
}

/** The first words with a node that runs: whether it is there, has the key that it should have, and serves strangers. */
import { AssayError } from '../../contract/assay-error.ts';
import { microseconds } from '../../harness/interval.ts';
import type { NodeWorld, RunningNode } from '../../harness/world/world.ts';
import { random } from '../../net/random.ts';
import { attributeOf } from './frame.ts';
import { token } from './prober.ts';
import { type Heard, PING_PADDING, type Session, Station } from './station.ts';
import { PORT } from './station-talk.ts';

const TESTER = 'tester';

/** The capabilities that it shows. @throws AssayError ERR_TARGET_UNREACHABLE */
export async function greet(world: NodeWorld, node: RunningNode, hangLimit: number): Promise<readonly string[]> {
  const endpoints = await world.settle(TESTER, 'public', 1, PORT);
  // Keys of its own each time: what it reserves is bound to them.
  const station = new Station(TESTER, endpoints, random(Math.floor(microseconds())), () => world.now);
  world.join(TESTER, station);
  const session = await sessionWith(world, station, node, hangLimit);
  const answer = async (type: string, attribute: object): Promise<Heard | undefined> => {
    const id = station.send(session, type, { isRequest: true, attributes: [attribute] });
    await world.wake(TESTER);
    return world.until(hangLimit, () => station.heard.find((heard) => isAnswerTo(heard, id)));
  };
  if ((await answer('PING', PING_PADDING))?.type !== 'PONG')
    throw unreachable(node, 'it made a session, and does not answer PING');
  const granted = await answer('RESERVE', token(station));
  return granted?.type === 'GRANT' ? ['relay.supernode'] : [];
}

async function sessionWith(world: NodeWorld, station: Station, node: RunningNode, hangLimit: number): Promise<Session> {
  const greeted = async (): Promise<Session | undefined> => {
    station.greet(node.node, node.endpoint);
    await world.wake(TESTER);
    return world.until(hangLimit / 2, () => station.sessions.get(node.node));
  };
  // What is lost on a network is sent again once.
  const session = (await greeted()) ?? (await greeted());
  if (session !== undefined) return session;
  const said = station.heard.length === 0 ? 'nobody answers' : `it answers ${station.heard[0]!.type}, and no WELCOME`;
  throw unreachable(node, `${said}; is that its key?`);
}

function isAnswerTo({ frame }: Heard, messageId: string): boolean {
  return attributeOf<{ messageId: string }>(frame, 'Request')?.messageId === messageId;
}

function unreachable({ endpoint: { address, port } }: RunningNode, why: string): AssayError {
  return new AssayError('ERR_TARGET_UNREACHABLE', `relay node at ${address}:${port}: ${why}`);
}

/** CREDIT from a relay: how far frames have come there, and what waits (spec/relay/hpr-1.md section 10.1). */
import { type Attribute, find } from '../attributes.ts';
import type { Session } from '../session/sessions.ts';
import type { NodeState } from '../state.ts';
import { pump } from './stream.ts';

export function takeCredit(state: NodeState, session: Session, attributes: readonly Attribute[]): void {
  const [peer, credit] = [find(attributes, 'Peer'), find(attributes, 'Credit')];
  if (peer === undefined || credit === undefined) return;
  const conversation = state.conversations.byPeer.get(peer.node);
  const path = conversation?.paths.get(session.peer);
  if (conversation === undefined || path === undefined) return;
  path.credit = credit.credit;
  path.queued = credit.queued;
  path.underWay = path.underWay.filter(({ id }) => id > credit.upTo);
  pump(state, conversation);
}

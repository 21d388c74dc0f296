/** Frames that only a directory answers. */
import type { Attribute } from '../attributes.ts';
import type { Header } from '../frame.ts';
import type { Session } from '../session/sessions.ts';
import type { NodeState } from '../state.ts';
import { TYPE } from '../types.ts';
import type { Directory } from './accounts.ts';
import { takeContacts, takeLookup, takePresenceAtDirectory } from './contacts.ts';
import { takeLogin, takeProve } from './login.ts';

type Handler = (
  state: NodeState,
  directory: Directory,
  session: Session,
  header: Header,
  attributes: readonly Attribute[],
) => void;

const HANDLERS: ReadonlyMap<number, Handler> = new Map([
  [TYPE.LOGIN, takeLogin],
  [TYPE.PROVE, takeProve],
  [TYPE.CONTACTS, takeContacts],
  [TYPE.PRESENCE, takePresenceAtDirectory],
  [TYPE.LOOKUP, takeLookup],
] as const);

/** Whether the frame was one of them. */
export function takeDirectoryFrame(
  state: NodeState,
  directory: Directory,
  session: Session,
  header: Header,
  attributes: readonly Attribute[],
): boolean {
  const handler = HANDLERS.get(header.type);
  handler?.(state, directory, session, header, attributes);
  return handler !== undefined;
}

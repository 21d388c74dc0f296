/** A request whose sender is known, and what he may do. */
import type { Endpoint } from './endpoint.ts';
import type { Message } from './read-message.ts';
import type { Path } from './state.ts';
import type { KnownUser } from './users.ts';

export interface Call {
  readonly message: Message;
  readonly user: KnownUser;
  readonly from: Endpoint;
  readonly fiveTuple: string;
  readonly path: Path;
  readonly now: number;
}

/** A passive OPEN that serves many: every SYN begins a connection of its own. */
import type { Application } from './application.ts';
import type { Connection } from './connection.ts';

export interface Listener {
  readonly port: number;
  /** int32; undefined: any of the host's. */
  readonly address: number | undefined;
  /** The user of a new connection. */
  readonly accept: () => Application;
  /** In SYN-RECEIVED, the oldest first. */
  readonly halfOpen: Set<Connection>;
}

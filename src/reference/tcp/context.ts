/** What a TCP is to the functions that do its work: the present, its users, its host, and what it sends. */
import type { HostState, Transfer } from '../ipv4/index.ts';
import type { TcpConfig } from './config.ts';
import type { Connection, Listener } from './connection.ts';
import type { FourTuple } from './isn.ts';

export interface TcpContext {
  readonly config: TcpConfig;
  readonly host: HostState;
  /** Microseconds. */
  readonly now: number;
  readonly listeners: Map<number, Listener[]>;
  /** How many there are. */
  readonly connections: number;
  find(tuple: FourTuple): Connection | undefined;
  /** The one for that very address goes before the one for any. */
  findListener(port: number, address: number): Listener | undefined;
  add(connection: Connection): void;
  /** Forgets it: state CLOSED. */
  remove(connection: Connection): void;
  /** To be called whenever a timer of a connection may have changed. */
  schedule(connection: Connection): void;
  emit(transfers: readonly Transfer[]): void;
  /** Tells a user, once what is under way is done. */
  tell(notice: () => void): void;
  /** RFC 5961 section 7 */
  mayChallenge(): boolean;
  isOwnAddress(address: number): boolean;
  /** Octets of data in a segment that the path there carries (RFC 9293 section 3.7.1). */
  mssTowards(address: number): number;
}

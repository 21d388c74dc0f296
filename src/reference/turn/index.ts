/** The reference implementation of STUN (RFC 8489) and TURN (RFC 8656), sans-I/O. */
export { type TurnClient, turnClient } from './client/client.ts';
export type { ClientCall, ClientConfig, ClientEvent } from './client/config.ts';
export type { ServerOptions, User } from './config.ts';
export type { Crypto } from './crypto.ts';
export type { Datagram, Endpoint, Transport } from './endpoint.ts';
export { FrameReader } from './framing.ts';
export { type AddressChange, type ServerInput, type ServerStep, type TurnServer, turnServer } from './server.ts';

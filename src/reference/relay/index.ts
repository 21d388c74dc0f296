export type { Call } from './calls.ts';
export { isCall } from './calls.ts';
export { countingModel } from './crypto/counting-model.ts';
export type { Crypto, KeyPair } from './crypto/provider.ts';
export type { AccountWords } from './directory/accounts.ts';
export type { Endpoint } from './endpoint.ts';
export { type NodeConfig, openNode, type RelayNode } from './node.ts';
export { isParameter } from './settings.ts';
export type { Datagram, Output } from './state.ts';

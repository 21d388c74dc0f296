/** The reference's user agent (RFC 9110, RFC 9112), sans-I/O. */
export type { AgentInput, AgentOutput, ProxyPlace, Result } from './agent-events.ts';
export { UserAgent } from './user-agent.ts';

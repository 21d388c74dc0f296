/** The seeded network: virtual time, links that harm packets, a trace of what became of each. */
export { bandwidth } from './impairments/bandwidth.ts';
export { corruption } from './impairments/corruption.ts';
export { delay } from './impairments/delay.ts';
export { duplication } from './impairments/duplication.ts';
export { jitter } from './impairments/jitter.ts';
export { loss } from './impairments/loss.ts';
export { mtu } from './impairments/mtu.ts';
export { partition } from './impairments/partition.ts';
export { reordering } from './impairments/reordering.ts';
export { Network } from './network.ts';
export { fragmentationNeeded } from './too-long.ts';
export { captured, type TraceEvent } from './trace.ts';

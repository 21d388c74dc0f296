/** The phrases as a protocol of our own, and the implementation that its scenarios have for company. */
import type { Port } from '../../../src/contract/port.ts';
import { defineSteps, type Kit } from '../../../src/harness/kit.ts';
import { Counter, phrases } from './counter.ts';

export const PROTOCOL = 'counter';

const kit: Kit<Counter> = {
  protocol: PROTOCOL,
  open: () => new Counter(),
  describe: () => undefined,
  fences: [],
};

export const stepDefinitions = defineSteps(kit, phrases);

export const port: Port = {
  request: async () => ({ contract: 1, name: PROTOCOL, capabilities: [] }),
  close: async () => {},
};

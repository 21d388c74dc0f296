/** What a server is told that is made for one scenario: who may use it, and what makes it play the part that is needed. */
import type { Parameters } from '../../harness/target.ts';

const QUOTA = 3;

export const VIRTUAL_PARAMETERS: Parameters = {
  'turn.username': 'alice',
  'turn.password': 'secret',
  'turn.other-username': 'bob',
  'turn.other-password': 'hidden',
  'turn.quota': QUOTA,
};

/** The address for IPv6, and its port for none. */
const BEYOND = { address: '2001:db8::1', port: 3478 };

/** By what a scenario needs, for node/open. */
export function virtualServer(needs: readonly string[]): Readonly<Record<string, unknown>> {
  return {
    role: 'turn-server',
    realm: 'assay.example',
    accounts: [
      { name: 'alice', password: 'secret' },
      { name: 'bob', password: 'hidden' },
    ],
    ...(needs.includes('turn.ipv4-only') ? {} : { addresses: [BEYOND] }),
    settings: {
      ...(needs.includes('turn.quota') ? { allocationsOfUser: QUOTA } : {}),
      ...(needs.includes('turn.without-df') ? { dontFragment: false } : {}),
    },
  };
}

/** All mutants: the patches of fixtures/mutants/ and the wire mutants of this folder. */
import { readdirSync } from 'node:fs';
import type { Port } from '../contract/port.ts';
import { readDocument } from '../loader/document.ts';
import { projectPath } from '../loader/project.ts';
import type { Mutant, WireMutant } from './mutant.ts';
import { patchMutant } from './patch.ts';
import { httpWireMutants } from './wire/http.ts';
import { httpClientWireMutants } from './wire/http-clients.ts';
import { httpIntermediaryWireMutants } from './wire/http-intermediaries.ts';
import { ipv4WireMutants } from './wire/ipv4.ts';
import { ipv4HostWireMutants } from './wire/ipv4-hosts.ts';
import { relayWireMutants } from './wire/relay.ts';
import { udpWireMutants } from './wire/udp.ts';

const wireMutants: readonly WireMutant[] = [
  ...ipv4WireMutants,
  ...ipv4HostWireMutants,
  ...udpWireMutants,
  ...httpWireMutants,
  ...relayWireMutants,
  ...httpClientWireMutants,
  ...httpIntermediaryWireMutants,
];

/** `reference` makes the port that wire mutants wrap. */
export function allMutants(reference: () => Port): Mutant[] {
  const wire = wireMutants.map(({ id, rule, about, wrap }) => ({
    id,
    rule,
    about,
    open: async () => wrap(reference()),
  }));
  return [...patchMutants(), ...wire];
}

export type MutantText = Pick<Mutant, 'id' | 'rule' | 'about' | 'diff'>;

/** All of them, for those who read: none can be opened. */
export function mutantTexts(): MutantText[] {
  return [...patchMutants(), ...wireMutants];
}

/** For the catalogue: which mutants break a rule, and how. */
export function mutantsOf(rule: string): MutantText[] {
  return mutantTexts().filter((mutant) => mutant.rule === rule);
}

function patchMutants(): Mutant[] {
  const folder = projectPath('fixtures', 'mutants');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => readDocument('mutants', projectPath('fixtures', 'mutants', name)).mutants.map(patchMutant));
}

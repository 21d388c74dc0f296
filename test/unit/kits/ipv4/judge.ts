/** Judges the reference, tampered with as a test says, by scenarios of features/ipv4 and features/udp. */
import { readdirSync, readFileSync } from 'node:fs';
import { stepDefinitions } from '../../../../features/steps/index.ts';
import { compileFeature, stepMatcher } from '../../../../src/build/gherkin.ts';
import { fromHex, toHex } from '../../../../src/contract/hex.ts';
import type { Method, Port } from '../../../../src/contract/port.ts';
import type { Result } from '../../../../src/generated/meta/report.ts';
import type { RuleCatalogue } from '../../../../src/generated/meta/rules.ts';
import { runScenario } from '../../../../src/harness/run-scenario.ts';
import { indexSteps } from '../../../../src/harness/step-index.ts';
import { portTarget } from '../../../../src/harness/targets/port-target.ts';
import { referencePort } from '../../../../src/serve/reference-port.ts';
import type { Suite, SuiteFixture } from '../../../../src/spec/suite.ts';

const read = (path: string): string => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');

export function fixturesOf(layer: string): readonly SuiteFixture[] {
  const { fixtures } = JSON.parse(read(`fixtures/${layer}.json`)) as { fixtures: SuiteFixture[] };
  return fixtures.map((fixture) => ({ ...fixture, layer }));
}

export const ipv4Suite: Suite = compile('ipv4', 'ipv4/header');
export const udpSuite: Suite = compile('udp', 'udp/datagram');

function compile(folder: string, layer: string): Suite {
  const { protocol, title, rules: list } = JSON.parse(read(`spec/${folder}/rules.json`)) as RuleCatalogue;
  const rules = list.map((rule) => ({ ...rule, protocol }));
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const match = stepMatcher(stepDefinitions);
  const compiled = readdirSync(new URL(`../../../../features/${folder}`, import.meta.url))
    .map((name) => `features/${folder}/${name}`)
    .map((path) => compileFeature({ path, protocol, text: read(path) }, byId, match));
  const faults = compiled.flatMap((each) => each.faults);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const scenarios = compiled.flatMap((each) => each.scenarios);
  const fixtures = fixturesOf(layer);
  return { version: '0', digest: '', protocols: [{ protocol, title }], rules, profiles: [], scenarios, fixtures };
}

interface Datagram {
  readonly datagram: string;
  readonly interface: number;
}

export interface Tampering {
  /** Instead of the answer that the reference gives. */
  answer?(method: Method, params: Readonly<Record<string, unknown>>, result: unknown): unknown;
  /** What becomes of a datagram that the reference sends; none, one or several. */
  output?(octets: Uint8Array, port: number): readonly (readonly [octets: Uint8Array, port: number])[];
}

export async function judge(id: string, tampering: Tampering = {}): Promise<Result> {
  const suite = id.startsWith('udp-') ? udpSuite : ipv4Suite;
  const scenario = suite.scenarios.find((each) => each.id === id);
  if (scenario === undefined) throw new RangeError(`no scenario ${id}`);
  const target = await portTarget('test', tampered(tampering), { suite: '0', seed: 1 });
  const { result } = await runScenario(scenario, {
    suite,
    target,
    steps: indexSteps(stepDefinitions),
    seed: 1,
  });
  return result;
}

function tampered({ answer, output }: Tampering): Port {
  const port = referencePort();
  return {
    request: async (method, params) => {
      const result = await port.request(method, params);
      if (method === 'host/step' && output !== undefined) {
        const { outputs, wakeAt } = result as { outputs: Datagram[]; wakeAt: number | null };
        const changed = outputs.flatMap(({ datagram, interface: leaves }) =>
          output(fromHex(datagram), leaves).map(([octets, by]) => ({ datagram: toHex(octets), interface: by })),
        );
        return { outputs: changed, wakeAt };
      }
      return answer === undefined ? result : answer(method, params as Readonly<Record<string, unknown>>, result);
    },
    close: () => port.close(),
  };
}

/** The same datagram with some of its octets changed, checksums left as they are. */
export function withOctets(octets: Uint8Array, changes: Readonly<Record<number, number>>): Uint8Array {
  const changed = octets.slice();
  for (const [at, octet] of Object.entries(changes)) changed[Number(at)] = octet;
  return changed;
}

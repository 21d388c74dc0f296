/** A process that judges submissions for assay grade, and nothing else: started by it, never by a person. */
import { stepDefinitions } from '../../features/steps/index.ts';
import { serveLane } from '../grade/lane/serve.ts';
import { lookAtMachine, type Machine } from '../grade/sandbox/machine.ts';
import { indexSteps } from '../harness/step-index.ts';
import { configure } from '../linux/interfaces.ts';
import { libc } from '../linux/libc.ts';
import { loadSuite } from '../loader/suite.ts';
import { attach } from './targets.ts';

const [network, only] = process.argv.slice(2);
const shares = network === 'own-network';
const lacking: string[] = [];
try {
  libc().keepFilesToOurselves();
} catch {
  lacking.push('open files that we have inherited ourselves (there is no close_range)');
}
// Servers are judged over the loopback interface of a namespace in which there is no other.
if (shares) configure(libc(), 'lo');
const machine = lookAtMachine(only as Machine['kind'] | undefined);
const bare = network === 'no-network-namespace';
if (bare) lacking.push('the network of servers (no namespace can be made)');
serveLane(
  { suite: loadSuite(), steps: indexSteps(stepDefinitions), attach },
  { ...machine, lacking: [...machine.lacking, ...lacking] },
  shares || bare,
);

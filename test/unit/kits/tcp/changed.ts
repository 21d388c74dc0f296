/** The reference with some text of its sources changed, judged by the rules of TCP. */
import type { Result } from '../../../../src/generated/meta/report.ts';
import type { Edit } from '../../../../src/proof/patch.ts';
import { judgeChanged as judge, mutantsOf, suiteOf } from '../changed.ts';

export const tcpSuite = suiteOf('tcp');
export const tcpMutants = mutantsOf('tcp');

export function judgeChanged(edits: readonly Edit[], rules?: readonly string[]): Promise<readonly Result[]> {
  return judge(tcpSuite, edits, rules);
}

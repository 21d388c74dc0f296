/** What a submission may use. Those that the kernel holds by itself are set by prlimit; the rest is watched. */
import type { Limits as RubricLimits } from '../../generated/meta/rubric.ts';

export type Limits = Required<RubricLimits>;

const DEFAULTS: Limits = {
  buildSeconds: 60,
  runSeconds: 120,
  answerSeconds: 2,
  cpuSeconds: 60,
  memoryMiB: 512,
  processes: 64,
  fileMiB: 64,
  outputMiB: 64,
  submissionMiB: 64,
};

export const MEBI: number = 2 ** 20;

export function limitsOf(given: RubricLimits | undefined): Limits {
  return { ...DEFAULTS, ...given };
}

/** Of memory that is only claimed: beyond what is watched, so that who claims much at once is still told apart. */
const CLAIM_FACTOR = 2;
const OPEN_FILES = 256;

/** The kernel counts processes by user: `others` are those of the same user that are there already. */
export function prlimitWords(limits: Limits, others: number): string[] {
  return [
    'prlimit',
    '--core=0',
    `--cpu=${limits.cpuSeconds}:${limits.cpuSeconds + 1}`,
    `--data=${limits.memoryMiB * CLAIM_FACTOR * MEBI}`,
    `--nproc=${limits.processes + others}`,
    `--fsize=${limits.fileMiB * MEBI}`,
    `--nofile=${OPEN_FILES}`,
  ];
}

/** Words of the command line into values, each with a message that says what it takes. */
import { InvalidArgumentError } from 'commander';

/** Names that the suite has, for --help, which is there before the suite is read. */
export const PROTOCOLS = 'http ipv4 relay tcp turn udp';
export const PROFILES = 'core lecture';

/** Collects an option that may be repeated. */
export function list(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}

/** Collects a comma list that may be repeated. */
export function commaList(value: string, previous: readonly string[] = []): string[] {
  const names = value.split(',').filter((each) => each !== '');
  if (names.length === 0) throw new InvalidArgumentError('It takes names, with commas between them.');
  return [...previous, ...names];
}

export function integer(least: number, most = Number.MAX_SAFE_INTEGER): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (/^[0-9]+$/.test(value) && number >= least && number <= most) return number;
    const bound = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `${least} to ${most}`;
    throw new InvalidArgumentError(`It takes a whole number, ${bound}.`);
  };
}

/** `WAY:N:WHAT`, as a report tells it. */
export function misfortunes(value: string, previous: readonly string[] = []): string[] {
  if (/^.+:\d+:\w+$/.test(value)) return [...previous, value];
  throw new InvalidArgumentError('It takes WAY:N:WHAT as a report tells it, for instance "a>b:3:loss".');
}

/** `I/N`: shard I of N. */
export function shard(value: string): { index: number; of: number } {
  const [, index, of] = /^([0-9]+)\/([0-9]+)$/.exec(value)?.map(Number) ?? [];
  if (index && of && index <= of) return { index, of };
  throw new InvalidArgumentError('It takes I/N with 1 <= I <= N, for instance 2/4.');
}

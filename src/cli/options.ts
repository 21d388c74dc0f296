/** Words of the command line into values, each with a message that says what it takes. */
import { InvalidArgumentError } from 'commander';

/** Collects an option that may be repeated. */
export function list(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}

/** Collects a comma list that may be repeated. */
export function commaList(value: string, previous: readonly string[] = []): string[] {
  return [...previous, ...value.split(',').filter((each) => each !== '')];
}

export function integer(least: number, most = Number.MAX_SAFE_INTEGER): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (/^[0-9]+$/.test(value) && number >= least && number <= most) return number;
    const bound = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `${least} to ${most}`;
    throw new InvalidArgumentError(`It takes a whole number, ${bound}.`);
  };
}

/** `I/N`: shard I of N. */
export function shard(value: string): { index: number; of: number } {
  const [, index, of] = /^([0-9]+)\/([0-9]+)$/.exec(value)?.map(Number) ?? [];
  if (index && of && index <= of) return { index, of };
  throw new InvalidArgumentError('It takes I/N with 1 <= I <= N, for instance 2/4.');
}

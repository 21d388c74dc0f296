/** Checks of what a caller asks for; each throws a RangeError that names it. */
export type Probability = number;

/** How likely an event is, as a bound that 32 random bits lie below: exact, and alike on every machine. */
export function thresholdOf(what: string, probability: Probability): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`${what} ${probability}: between 0 and 1`);
  return probability * 2 ** 32;
}

export function wholeNumber(what: string, value: number, least = 0): number {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`${what} ${value}: a whole number, at least ${least}`);
  }
  return value;
}

/** Limits of a circuit, as features name them, by the fields that tell them. */
export const LIMIT_NAMES: Readonly<Record<string, string>> = {
  octets: 'octets',
  seconds: 'seconds',
  'octets of credit': 'credit',
};

/** The numbers that a node runs by: those of spec/relay/parameters.json, and what whoever opens it says instead. */
import { parameters } from '../../generated/relay/parameters.ts';

type ParameterName = keyof typeof parameters;
export type Settings = { readonly [Name in ParameterName]: number };

export const SECOND = 1_000_000;

export function settingsWith(changes: Partial<Settings> = {}): Settings {
  return { ...parameters, ...changes };
}

export function isParameter(name: string): name is ParameterName {
  return Object.hasOwn(parameters, name);
}

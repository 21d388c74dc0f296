/**
 * An implementation under test, attached. A target gives each scenario a seat of its own; it knows processes, sockets
 * and clocks, and no protocol.
 */
import type { TargetInfo } from '../generated/meta/report.ts';
import type { Keeper } from './keeper.ts';
import type { IutFault } from './outcome.ts';
import type { Surfaces } from './surface.ts';

/** Facts about an implementation that scenarios need: from its own declaration, then from its pics file. */
export type Parameters = Readonly<Record<string, string | number | boolean>>;

export interface Seat {
  /** @throws Unsupported when the target has no such surface. */
  surface<Name extends keyof Surfaces>(name: Name): Promise<Surfaces[Name]>;
  /** What the implementation wrote to standard error since the seat was taken. */
  stderr(): string;
  /** Leaves nothing behind at the implementation. Never rejects. */
  leave(): Promise<void>;
  /**
   * What befell the implementation's process while the seat was taken, whether or not the scenario noticed: it may end
   * after its last answer, or as it is told to close. Final once `leave` is over. Only of targets that can tell.
   */
  fault?(): IutFault | undefined;
  /** What chance did to packets of simulated networks, by names of its own. */
  misfortunes?(): readonly string[];
}

export interface Target {
  readonly info: TargetInfo;
  /** Roles that this kind of target can play; `any` for an adapter, which may be anything. */
  readonly roles: 'any' | readonly string[];
  /** Protocols that this kind of target can speak; `any` for an adapter. */
  readonly protocols: 'any' | readonly string[];
  readonly parameters: Parameters;
  /** How many scenarios may sit at once. */
  readonly concurrency: number;
  /** Microseconds after which an answer counts as missing. */
  readonly hangLimit: number;
  /** All of it is in our own process: one in another thread is as good. */
  readonly inProcess?: boolean;
  /** What a user should know before anything is judged, a line each. */
  readonly warnings?: readonly string[];
  /** It never started, for this reason; what it would have declared is unknown. */
  readonly failed?: IutFault;
  /**
   * No two seats of one host have the same addresses. `needs` are the capabilities that the scenario will rely on: they say
   * which role the implementation plays, and what it does that is off unless asked for. Of all that chance does to packets of
   * a simulated network only that befalls them which `only` names, where it is given.
   */
  seat(scenario: string, seed: number, needs?: readonly string[], only?: ReadonlySet<string>): Promise<Seat>;
  close(): Promise<void>;
}

export interface TargetOptions {
  /** Version of the suite, told to adapters. */
  readonly suite: string;
  readonly seed: number;
  /** Microseconds; undefined: the kind's own default; Infinity: --no-timeout. */
  readonly hangLimit?: number | undefined;
  /** Milliseconds that a request to a process may take, where that is not to be the hang limit. */
  readonly answerLimit?: number | undefined;
  /** Who starts and watches the implementation's processes, where it has any. */
  readonly keeper?: Keeper | undefined;
}

/** A kind of target, and how to attach one: `rest` is what stands behind its scheme in `--target`. */
export interface TargetKind {
  /** @throws AssayError ERR_TARGET_UNAVAILABLE when this machine cannot, ERR_TARGET_UNREACHABLE when nobody answers. */
  attach(rest: string, options: TargetOptions): Promise<Target>;
}

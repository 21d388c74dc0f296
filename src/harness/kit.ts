/**
 * A protocol, as the harness sees it: something that opens a peer for a scenario, puts octets into words, and can prove
 * that an implementation has seen everything sent so far (a fence). A protocol is a kit that registers; the harness
 * knows none by name.
 */

import type { StepKind } from '../spec/suite.ts';
import type { Scene } from './scene.ts';

export interface Fence {
  readonly name: string;
  /** Capability without which it cannot be tried. */
  readonly needs: string;
  /** Sends the fence and waits for its answer. @throws Inconclusive('fence') when none comes. */
  pass(scene: Scene): Promise<void>;
}

/** Octets that passed between the tester and the implementation, as a report keeps them. */
export interface Passed {
  readonly direction: 'sent' | 'received';
  readonly layer: string;
  readonly octets: Uint8Array;
}

export interface Kit<Peer = unknown> {
  readonly protocol: string;
  /** The tester's side of one scenario. */
  open(scene: Scene): Peer;
  /** Ends what the peer began at the implementation. */
  close?(peer: Peer): Promise<void>;
  /** One line in words for octets of `layer`, or undefined when the layer is not this kit's. */
  describe(layer: string, octets: Uint8Array): string | undefined;
  /**
   * A few words for each of what passed in one scenario, for a diagram; undefined for what is not this kit's, or did not
   * travel. All of it at once, so that numbers can be told from the first ones on.
   */
  captions?(exchange: readonly Passed[]): readonly (string | undefined)[];
  readonly fences: readonly Fence[];
}

/** A step's meaning: the peer, the expression's arguments, then the table (rows of cells) or doc string, if any. */
// biome-ignore lint/suspicious/noExplicitAny: arguments follow the expression that stands beside the function
export type StepRun<Peer> = (peer: Peer, ...args: any[]) => void | Promise<void>;

export interface StepDefinition {
  readonly kind: StepKind;
  /** A cucumber expression with the built-in {int}, {string} and {word} only. */
  readonly expression: string;
  readonly kit: Kit;
  readonly run: StepRun<unknown>;
}

type Phrases<Peer> = Readonly<Record<string, StepRun<Peer>>>;

/** A table of step definitions over one kit. */
export function defineSteps<Peer>(
  kit: Kit<Peer>,
  table: { readonly given?: Phrases<Peer>; readonly when?: Phrases<Peer>; readonly then?: Phrases<Peer> },
): readonly StepDefinition[] {
  return (['given', 'when', 'then'] as const).flatMap((kind) =>
    Object.entries(table[kind] ?? {}).map(([expression, run]) => ({
      kind,
      expression,
      kit: kit as Kit,
      run: run as StepRun<unknown>,
    })),
  );
}

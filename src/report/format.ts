/**
 * What a report format is: a pure function from a report, the suite that it was made by and a few options to text. A
 * format opens no file, asks no terminal, and reads no clock; it may be given a report of another suite, and then says
 * what the report itself holds.
 */
import type { Report } from '../generated/meta/report.ts';
import type { Passed } from '../harness/kit.ts';
import type { Suite } from '../spec/suite.ts';

export type Paint = (text: string) => string;

/** The colours that a report uses; picocolors' `createColors` gives one. */
export interface Palette {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
}

/** Octets of a layer in words, on one line; undefined when nobody knows the layer. */
export type Describe = (layer: string, octets: Uint8Array) => string | undefined;

/** A few words for each of what passed in one scenario; undefined where a diagram has nothing to show. */
export type Captions = (exchange: readonly Passed[]) => readonly (string | undefined)[];

export interface RenderOptions {
  /** Leaves out what differs from run to run: timings, and the times of octets where the clock was real. */
  readonly reproducible?: boolean;
  readonly describe?: Describe;
  /** Without them no diagram is drawn. */
  readonly captions?: Captions;
  /** None: no colours. */
  readonly colours?: Palette;
  /** Width to lay out for; 100 when not given. */
  readonly columns?: number;
}

export interface ReportFormat {
  readonly name: string;
  /** What it is for, in one line. */
  readonly about: string;
  /** Of a file that holds it, without the dot. */
  readonly extension: string;
  render(report: Report, suite: Suite, options: RenderOptions): string;
}

const asItIs: Paint = (text) => text;

export const noColours: Palette = {
  bold: asItIs,
  dim: asItIs,
  red: asItIs,
  green: asItIs,
  yellow: asItIs,
  cyan: asItIs,
};

/**
 * Octets of a fixture, each digit in the tint of its field, and the fields beside them: pointing at either shows the
 * other (src/site/browser/page.ts), and without a script the titles say it.
 */
import { fromHex } from '../../contract/hex.ts';
import { codecs, isLayerName } from '../../generated/codecs.ts';
import type { SuiteFixture } from '../../spec/suite.ts';
import type { BitRange, Codec, Context, Observed } from '../../wire/codec.ts';
import { contextOf } from '../../wire/context.ts';

export interface Read {
  readonly codec: Codec;
  readonly octets: Uint8Array;
  readonly observed: Observed<Record<string, unknown>>;
  /** Fields that the octets hold, outermost last: `options[0].kind` before `options[0]` and `options`. */
  readonly leaves: readonly Leaf[];
}

export interface Leaf {
  readonly path: string;
  readonly range: BitRange;
}

export function octetsOf({ octets }: Pick<SuiteFixture, 'octets'>): Uint8Array {
  return fromHex(octets.replace(/\s+/g, ''));
}

/** Undefined for a layer that is text. */
export function readFixture(fixture: SuiteFixture): Read | undefined {
  if (!isLayerName(fixture.layer)) return undefined;
  const codec = codecs[fixture.layer];
  const octets = octetsOf(fixture);
  const around: Context = fixture.context === undefined ? {} : contextOf({ ...fixture.context });
  const observed = codec.observe(octets, around);
  return { codec, octets, observed, leaves: leavesOf(observed.where) };
}

/** Ranges that hold no other one. */
function leavesOf(where: Readonly<Record<string, BitRange>>): Leaf[] {
  const paths = Object.keys(where);
  const inner = new Set(paths.flatMap((path) => parentsOf(path)));
  return paths
    .filter((path) => !inner.has(path) && where[path]!.bits > 0)
    .map((path) => ({ path, range: where[path]! }))
    .sort((one, other) => one.range.bit - other.range.bit);
}

function parentsOf(path: string): string[] {
  const parents: string[] = [];
  for (let at = 1; at < path.length; at += 1) if (path[at] === '.' || path[at] === '[') parents.push(path.slice(0, at));
  return parents;
}

/** Octets shown of one fixture. */
const MOST = 256;

interface HexProps {
  readonly octets: Uint8Array;
  readonly leaves?: readonly Leaf[];
  /** Paths of fields at fault. */
  readonly faulty?: ReadonlySet<string>;
}

/** Rows of sixteen; neighbours of one field share an element. */
export function Hex({ octets, leaves = [], faulty = new Set() }: HexProps) {
  const shown = octets.subarray(0, MOST);
  const owners = ownersOf(shown, leaves);
  const rows = [];
  for (let at = 0; at < shown.length; at += 16) {
    rows.push(
      <>
        <i>{at.toString(16).padStart(4, '0')}</i>
        {'  '}
        {digitsOf(shown.subarray(at, at + 16), owners.slice(2 * at), leaves, faulty)}
        {'\n'}
      </>,
    );
  }
  return (
    <pre class="hex" tabIndex={0}>
      {octets.length === 0 ? '(no octets)' : rows}
      {octets.length > MOST ? `      ... ${octets.length - MOST} octets more` : ''}
    </pre>
  );
}

/** For each hex digit the index of the leaf that takes most of it, or -1. */
function ownersOf(octets: Uint8Array, leaves: readonly Leaf[]): number[] {
  const owners = new Array<number>(octets.length * 2).fill(-1);
  const taken = new Array<number>(octets.length * 2).fill(0);
  leaves.forEach(({ range: { bit, bits } }, index) => {
    const last = Math.min(owners.length - 1, Math.floor((bit + bits - 1) / 4));
    for (let digit = Math.floor(bit / 4); digit <= last; digit += 1) {
      const share = Math.min(bit + bits, digit * 4 + 4) - Math.max(bit, digit * 4);
      if (share > taken[digit]!) [owners[digit], taken[digit]] = [index, share];
    }
  });
  return owners;
}

function digitsOf(row: Uint8Array, owners: readonly number[], leaves: readonly Leaf[], faulty: ReadonlySet<string>) {
  const runs: { owner: number; text: string }[] = [];
  const add = (owner: number, text: string): void => {
    const last = runs.at(-1);
    if (last?.owner === owner) last.text += text;
    else runs.push({ owner, text });
  };
  row.forEach((octet, index) => {
    const [high, low] = [owners[2 * index] ?? -1, owners[2 * index + 1] ?? -1];
    // The blank between two octets of one field is the field's, too.
    if (index > 0) add(owners[2 * index - 1] === high ? high : -1, index === 8 ? '  ' : ' ');
    const digits = octet.toString(16).padStart(2, '0');
    add(high, digits[0]!);
    add(low, digits[1]!);
  });
  return runs.map(({ owner, text }) => {
    const leaf = leaves[owner];
    if (leaf === undefined) return text;
    const tint = faulty.has(leaf.path) ? 'bad' : owner % 2 === 0 ? 'even' : 'odd';
    return (
      <span class={tint} data-f={leaf.path} title={leaf.path}>
        {text}
      </span>
    );
  });
}

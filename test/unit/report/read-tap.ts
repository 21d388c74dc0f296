/** A small reader of TAP 14, as its specification has it: version, plan, points, YAML blocks. */
import { parse } from 'yaml';

export interface Point {
  ok: boolean;
  number: number;
  text: string;
  directive: string;
  diagnostic: Record<string, unknown> | undefined;
}

/** @throws for anything that is not version, plan, and as many test points. */
export function readTap(tap: string): Point[] {
  const lines = tap.trimEnd().split('\n');
  if (lines[0] !== 'TAP version 14') throw new Error(`no version of TAP: ${lines[0]}`);
  const [, plan] = /^1\.\.(\d+)$/.exec(lines[2]!)!;
  const points: Point[] = [];
  for (let at = 3; at < lines.length; at += 1) {
    const found = /^(ok|not ok) (\d+) - ((?:[^\\#]|\\.)*?)(?: # (.*))?$/.exec(lines[at]!);
    if (found === null) throw new Error(`no test point: ${lines[at]}`);
    let diagnostic: Record<string, unknown> | undefined;
    if (lines[at + 1] === '  ---') {
      const end = lines.indexOf('  ...', at);
      diagnostic = parse(lines.slice(at + 2, end).join('\n'));
      at = end;
    }
    points.push({
      ok: found[1] === 'ok',
      number: Number(found[2]),
      text: found[3]!,
      directive: found[4] ?? '',
      diagnostic,
    });
  }
  points.forEach(({ number }, index) => {
    if (number !== index + 1) throw new Error(`point ${number} stands at ${index + 1}`);
  });
  if (points.length !== Number(plan)) throw new Error(`${points.length} points, ${plan} planned`);
  return points;
}

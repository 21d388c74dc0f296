/** Writes what is made of a class's grades: staff and student reports, the table, the overview, the exports. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { csv } from '../export/csv.ts';
import { exportsByName } from '../export/index.ts';
import { overview } from '../export/overview.ts';
import type { OpenRubric } from '../open-rubric.ts';
import type { Grade } from './grade.ts';
import { staffReport } from './staff.ts';
import { type Audience, studentReport } from './student.ts';
import { studentText } from './student-text.ts';

export interface WriteRequest {
  readonly out: string;
  readonly exports: readonly string[];
  readonly audience: Audience;
}

export function writeReports(
  opened: OpenRubric,
  grades: readonly Grade[],
  { out, exports, audience }: WriteRequest,
): void {
  for (const grade of grades) {
    const name = fileName(grade.name);
    const report = studentReport(opened, grade, audience);
    put(join(out, 'staff', `${name}.json`), json(staffReport(opened, grade)));
    put(join(out, 'student', `${name}.json`), json(report));
    put(join(out, 'student', `${name}.md`), studentText(report));
  }
  put(join(out, 'grades.csv'), csv(opened, grades));
  put(join(out, 'overview.html'), overview(opened, grades));
  for (const wanted of exports) {
    const format = exportsByName[wanted]!;
    if ('all' in format) put(join(out, format.file), format.all(opened, grades));
    else
      for (const grade of grades) put(join(out, wanted, fileName(grade.name), format.file), format.of(opened, grade));
  }
}

/** Whoever reads while it is written over finds the old one or the new one, whole. */
export function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}~`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

/** Octets of a file's name that every file system takes; the rest of a longer one is left to its beginning. */
const LONGEST = 120;

/** Names are input: what a file system would take for more than a name comes as %XX. */
export function fileName(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9 ._@-]|^\.|[. ]$/gu, (each) =>
    [...Buffer.from(each)].map((octet) => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
  return plain.slice(0, LONGEST);
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

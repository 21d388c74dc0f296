/** A student's report as Markdown, which reads as plain text too. What a program wrote is made fit to show. */
import { plain, plainLine } from '../../report/view/plain.ts';
import type { StudentFailure, StudentItem, StudentReport } from './student.ts';
import { OUTCOME_WORDS, STANDING_WORDS } from './words.ts';

/** Octets of what was sent that are shown of one failure, and failures of one item. */
const [MOST_OCTETS, MOST_FAILURES] = [64, 3];

export function studentText(report: StudentReport): string {
  const { assignment, name, attempt, outcome, text, log, earned, points, late } = report;
  const lines = [
    `# ${plainLine(assignment)}`,
    '',
    `${plainLine(name)}, attempt ${attempt}: ${earned === null ? 'not graded' : `${earned} of ${points} points`}`,
    ...(outcome === 'graded' ? [] : ['', `Not graded, for ${OUTCOME_WORDS[outcome]}: ${plainLine(text ?? outcome)}`]),
    ...(log === undefined ? [] : ['', '```', ...plain(log).trimEnd().split('\n'), '```']),
    ...(late === undefined ? [] : ['', `Late by ${late.periods} periods: ${late.keeps} of the points earned count.`]),
    ...changeLines(report),
    ...report.groups.flatMap((group) => [
      '',
      `## ${plainLine(group.title)}: ${group.earned} of ${group.points}`,
      '',
      ...(group.unmet
        ? ['It rests on something above that is not whole: what fails here costs nothing more.', '']
        : []),
      ...group.items.flatMap(itemLines),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function changeLines({ changes }: StudentReport): string[] {
  if (changes.length === 0) return [];
  const line = ({ title, was, is }: StudentReport['changes'][number]): string =>
    `- ${plainLine(title)}: ${STANDING_WORDS[was]} before, ${STANDING_WORDS[is]} now`;
  return ['', 'Since the last attempt:', '', ...changes.map(line)];
}

function itemLines({ id, title, standing, earned, points, hint, failures }: StudentItem): string[] {
  const more = failures.length - MOST_FAILURES;
  return [
    `- ${STANDING_WORDS[standing]}, ${earned} of ${points}: ${plainLine(title)} (${id})`,
    ...(hint === undefined ? [] : [`  Hint: ${plainLine(hint)}`]),
    ...failures.slice(0, MOST_FAILURES).flatMap(failureLines),
    ...(more > 0 ? [`  - and ${more} more like this`] : []),
  ];
}

function failureLines({ scenario, step, expected, actual, sent }: StudentFailure): string[] {
  const octets = sent?.at(-1)?.octets;
  const rest = octets === undefined ? 0 : octets.length / 2 - MOST_OCTETS;
  return [
    `  - ${scenario}`,
    ...(step === undefined ? [] : [`    ${plainLine(step)}`]),
    ...(expected === undefined ? [] : [`    expected: ${plainLine(expected.join(', or '))}`]),
    ...(actual === undefined ? [] : [`    your program: ${plainLine(actual)}`]),
    ...(octets
      ? [`    sent last: ${octets.slice(0, 2 * MOST_OCTETS)}${rest > 0 ? ` and ${rest} octets more` : ''}`]
      : []),
  ];
}

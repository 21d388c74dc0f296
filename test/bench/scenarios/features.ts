/** Feature files of any number of scenarios with five steps each, no two alike. */
const A_FILE = 20;

export interface FeatureFile {
  readonly path: string;
  readonly text: string;
}

/** The rule that all of them examine. */
export const RULE = 'LECTURE-COUNT-1';

export function features(scenarios: number): FeatureFile[] {
  return Array.from({ length: Math.ceil(scenarios / A_FILE) }, (_, file) => {
    const first = file * A_FILE;
    const here = Array.from({ length: Math.min(A_FILE, scenarios - first) }, (_, index) => scenario(first + index));
    const head = [`Feature: Counters, part ${file + 1}`, '', `  @${RULE}`, '  Rule: A counter counts'];
    return {
      path: `features/counter-${String(file + 1).padStart(3, '0')}.feature`,
      text: [...head, ...here, ''].join('\n'),
    };
  });
}

function scenario(number: number): string {
  const [start, step, times] = [number, 1 + (number % 7), number % 11];
  const end = start + step * times;
  return `
    @id:counter-${String(number).padStart(5, '0')}
    Scenario: From ${start} by ${step}, ${times} times
      Given a counter that shows ${start}
      And it counts by ${step}
      When it is pressed ${times} times
      Then the counter shows ${end}
      And the number is ${end % 2 === 0 ? 'even' : 'odd'}`;
}

/** A scenario's id as the id of an element: `ipv4-ihl-001/four` as `r-ipv4-ihl-001-four`. */
export function idOf(scenario: string): string {
  return `r-${scenario.replace(/[^A-Za-z0-9]/g, '-')}`;
}

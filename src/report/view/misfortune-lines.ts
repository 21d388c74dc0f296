/** What chance did to packets of a scenario that failed, as far as that is enough for it to fail. */
import type { Misfortunes } from '../../generated/meta/report.ts';
import { plainLine } from './plain.ts';
import { labelled } from './wrap.ts';

const MOST_SHOWN = 12;

export function misfortuneLines(
  told: Misfortunes | undefined,
  place: { readonly width: number; readonly column: number },
): string[] {
  if (told === undefined) return [];
  const { met, enough } = told;
  if (enough.length === 0) return labelled('chance', `it fails without any of ${counted(met)}, too`, place);
  const head = `of ${counted(met)} ${enough.length === 1 ? 'this one is' : `these ${enough.length} are`} enough`;
  const left = enough.length - MOST_SHOWN;
  return [
    ...labelled('chance', head, place),
    ...enough.slice(0, MOST_SHOWN).map((one) => `${' '.repeat(place.column)}${plainLine(inWords(one), 200)}`),
    ...(left > 0 ? [`${' '.repeat(place.column)}... ${left} more are in the json report`] : []),
  ];
}

function counted(met: number): string {
  return met === 1 ? 'one misfortune of a packet' : `${met} misfortunes of packets`;
}

/** `FROM>TO:PACKET:WHAT` */
function inWords(one: string): string {
  const [way = '', packet = '', what = ''] = one.split(':');
  return `${what}: packet ${packet} from ${way.replace('>', ' to ')}`;
}

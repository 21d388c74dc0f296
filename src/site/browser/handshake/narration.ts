/** What has just happened, in a sentence: for the eye that looks elsewhere, and for who listens. */
import { captionOf } from '../../try/handshake/segment.ts';
import type { Mark, World } from '../../try/handshake/world.ts';

/** All of the last moment. */
export function lastHappening(world: World): string {
  const last = world.marks.at(-1);
  if (last === undefined) return '';
  const recent = world.marks.filter(({ at }) => at === last.at);
  const words = recent.slice(-MOST).map((mark) => inWords(mark, world));
  return `${words.join('. ')}.`;
}

const MOST = 4;

function inWords(mark: Mark, world: World): string {
  switch (mark.kind) {
    case 'sent': {
      const sent = world.sent.get(mark.sent)!;
      return `${sent.from} sends ${captionOf(sent.segment, sent.origins)}`;
    }
    case 'arrived': {
      const sent = world.sent.get(mark.sent)!;
      return `${sent.from === 'A' ? 'B' : 'A'} receives ${captionOf(sent.segment, sent.origins)}`;
    }
    case 'lost':
      return `A segment of ${world.sent.get(mark.sent)!.from} is lost`;
    case 'state':
      return `${mark.side} is in ${mark.state}`;
    case 'call':
      return `The user of ${mark.side}: ${callInWords(mark)}`;
    case 'told':
      return `${mark.side} tells its user: ${mark.what}`;
    case 'conditions':
      return 'The network has changed';
    default:
      return mark satisfies never;
  }
}

export function callInWords({ action, refused }: Mark & { readonly kind: 'call' }): string {
  if (action.kind !== 'call') return '';
  const words = { reads: 'reads at once', waits: 'reads no more by itself' } as const;
  const name = action.call === 'reads' || action.call === 'waits' ? words[action.call] : action.call;
  const amount = action.octets === undefined ? '' : ` ${action.octets}`;
  return `${name}${amount}${refused === undefined ? '' : ` (${refused})`}`;
}

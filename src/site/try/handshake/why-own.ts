/** Reasons why a host sends of its own accord: since its user called, or since a timer ran out. */

import type { TimerName } from './picture.ts';
import { seconds } from './quantities.ts';
import type { Case, Reason } from './why.ts';

const calls = ({ cause: { trigger } }: Case, name: string): boolean => trigger.kind === 'call' && trigger.call === name;
const expired = ({ cause: { trigger } }: Case, name: TimerName): boolean =>
  trigger.kind === 'timer' && trigger.timers.includes(name);
const waited = ({ before }: Case): string => seconds(before?.timeout ?? 0);
const next = ({ after }: Case): string => seconds(after?.timeout ?? 0);

export const OWN: readonly Reason[] = [
  {
    applies: (of) => calls(of, 'abort'),
    words: () => 'Its user has aborted: the other side is told at once, and nothing of the connection is kept.',
    rules: ['RFC9293-SEG-CALL-5'],
  },
  {
    applies: (of) => calls(of, 'open'),
    words: () =>
      'Its user opens. SYN takes the first sequence number, which nobody outside can guess, and says how large a segment may be.',
    rules: ['RFC9293-SEG-CALL-1', 'RFC9293-MUST-8', 'RFC9293-SHLD-5'],
  },
  {
    applies: (of) => expired(of, 'retransmit') && of.sent.fields.syn,
    words: (of) => `No answer for ${waited(of)}: SYN goes out again, and the next wait is twice as long, ${next(of)}.`,
    rules: ['RFC9293-MUST-22', 'RFC6298-5.5', 'RFC9293-MUST-23'],
  },
  {
    applies: (of) => expired(of, 'retransmit') && of.sent.fields.rst,
    words: () => 'Nothing was acknowledged for so long that the connection is given up; a reset says so.',
    rules: ['RFC9293-MUST-20'],
  },
  {
    applies: (of) => expired(of, 'retransmit'),
    words: (of) =>
      `The retransmission timer ran out after ${waited(of)}: the earliest segment that is not acknowledged goes out again. The timeout doubles to ${next(of)}, and the congestion window is one segment.`,
    rules: ['RFC9293-SEG-TMO-2', 'RFC6298-5.4', 'RFC6298-5.5', 'RFC5681-3.1i'],
  },
  {
    applies: (of) => expired(of, 'persist') && of.before?.snd.wnd === 0,
    words: () =>
      'The other side has closed its window. One octet asks whether it is open again: the news of it could have been lost.',
    rules: ['RFC9293-MUST-36', 'RFC9293-SHLD-29', 'RFC9293-SHLD-30'],
  },
  {
    applies: (of) => expired(of, 'persist'),
    words: () => 'The window is too small for a whole segment, and has been for a while: what fits is sent after all.',
    rules: ['RFC9293-MUST-38'],
  },
  {
    applies: (of) => expired(of, 'delayedAck'),
    words: () =>
      'An acknowledgement that was held back, in case that data or a second segment would come along. 0.2 s are over; half a second is the limit.',
    rules: ['RFC9293-SHLD-18', 'RFC9293-MUST-40', 'RFC5681-4.2a'],
  },
  {
    applies: (of) => calls(of, 'close') && of.cause.before.state === 'CLOSE-WAIT',
    words: () => 'Its user closes, as the other side had before: the last FIN. It waits for the acknowledgement of it.',
    rules: ['RFC9293-SEG-CALL-3'],
  },
  {
    applies: (of) => calls(of, 'close'),
    words: () => 'Its user has nothing more to send. FIN closes this direction; the other one stays open.',
    rules: ['RFC9293-SEG-CALL-2', 'RFC9293-SEG-FIN-3'],
  },
  {
    applies: (of) => calls(of, 'send') && of.sent.fields.psh,
    words: () => 'Its user sends, and windows allow it. PSH: this is the last of what there is to send.',
    rules: ['RFC9293-MUST-61', 'RFC5681-2a'],
  },
  {
    applies: (of) => calls(of, 'send'),
    words: () =>
      'Its user sends more than fits a segment: as much goes out as the window of the other side and the congestion window allow, in segments as large as can be.',
    rules: ['RFC9293-SHLD-28', 'RFC5681-2a', 'RFC5681-3.1b'],
  },
  {
    applies: (of) => calls(of, 'read') || calls(of, 'reads'),
    words: () => 'Its user has read: there is room again, and the other side is told.',
    rules: ['RFC9293-MUST-39', 'RFC9293-SHLD-14'],
  },
];

/** Reasons why a host answers a segment: with a reset, with data that may go out now, or with an acknowledgement. */
import { counted } from './segment.ts';
import type { Case, Reason } from './why.ts';

const was = ({ cause }: Case, state: string): boolean => cause.before.state === state;
const hears = ({ heard }: Case, flag: 'syn' | 'fin' | 'rst' | 'ack'): boolean => heard?.fields[flag] === true;
const hasData = ({ heard }: Case): boolean => (heard?.data ?? 0) > 0;
/** How far what came begins behind what was to come next. */
const ahead = ({ heard, before }: Case): number =>
  heard === undefined || before === undefined ? 0 : counted(heard.fields.sequenceNumber, before.rcv.nxt);
const isOld = (of: Case): boolean => ahead(of) + (of.heard?.length ?? 0) <= 0;

const RESETS: readonly Reason[] = [
  {
    applies: (of) => of.sent.fields.rst && was(of, 'CLOSED') && hears(of, 'ack'),
    words: () =>
      'Here is no such connection, whatever the other side believes. The reset carries the number that was acknowledged, so that it is believed.',
    rules: ['RFC9293-SEG-CLOSED-3'],
  },
  {
    applies: (of) => of.sent.fields.rst && was(of, 'CLOSED'),
    words: () =>
      'Nobody listens here: a reset refuses the connection, and acknowledges what came so that it is believed.',
    rules: ['RFC9293-SEG-CLOSED-2'],
  },
  {
    applies: (of) => of.sent.fields.rst && was(of, 'LISTEN'),
    words: () => 'Here is no such connection yet: nothing was sent that could be acknowledged.',
    rules: ['RFC9293-SEG-LISTEN-2'],
  },
  {
    applies: (of) => of.sent.fields.rst && was(of, 'SYN-SENT'),
    words: () =>
      'What came acknowledges something that was never sent: an old connection lives on over there, and is ended.',
    rules: ['RFC9293-SEG-SYNSENT-1'],
  },
  {
    applies: (of) => of.sent.fields.rst,
    words: () => 'What came does not belong to this connection.',
    rules: ['RFC9293-SEG-ACK-3'],
  },
];

const OPENING: readonly Reason[] = [
  {
    applies: (of) => of.sent.fields.syn && was(of, 'SYN-SENT'),
    words: () =>
      'Both have opened at once: SYN has met SYN. It goes out again, now acknowledging the other; one connection comes of it, not two.',
    rules: ['RFC9293-SEG-SYNSENT-5', 'RFC9293-MUST-10'],
  },
  {
    applies: (of) => of.sent.fields.syn,
    words: () =>
      "A SYN has come, and somebody listens: it is acknowledged, and a SYN of this side's own says where its numbers begin. One segment does both.",
    rules: ['RFC9293-SEG-LISTEN-3', 'RFC9293-MUST-8'],
  },
  {
    applies: (of) => of.sent.length === 0 && was(of, 'SYN-SENT') && hears(of, 'syn'),
    words: () =>
      'The answer to SYN is acknowledged. Now each knows that it reaches the other and is reached: three segments, and no fewer would do.',
    rules: ['RFC9293-SEG-SYNSENT-4'],
  },
];

const SENDING: readonly Reason[] = [
  {
    applies: (of) => of.sent.length > 0 && of.before?.snd.wnd === 0 && (of.after?.snd.wnd ?? 0) > 0,
    words: () => 'The window is open again: what waited goes out.',
    rules: ['RFC9293-SEG-ACK-7', 'RFC7323-2.4b'],
  },
  {
    applies: (of) =>
      of.isAgain && of.after?.congestion.isRecovering === true && of.before?.congestion.isRecovering !== true,
    words: () =>
      'Fast retransmit: acknowledgements that acknowledge nothing new tell that segments arrive behind a hole. The first missing one goes out again, before any timer, and less may be on its way now.',
    rules: ['RFC5681-3.2c', 'RFC5681-3.2e', 'RFC6675-5b'],
  },
  {
    applies: (of) => of.isAgain && of.before?.congestion.isRecovering === true,
    words: () => 'Still in recovery: what SACK tells to be missing goes out before anything new.',
    rules: ['RFC6675-4d', 'RFC6675-5d'],
  },
  {
    applies: (of) => of.isAgain,
    words: () =>
      'After the timeout nobody knows what has arrived: what followed goes out again, as the window grows anew.',
    rules: ['RFC9293-MUST-19', 'RFC5681-3.1h'],
  },
  {
    applies: (of) =>
      of.sent.data > 0 && (of.after?.congestion.duplicates ?? 0) > 0 && of.after?.congestion.isRecovering === false,
    words: () =>
      'Limited transmit: an acknowledgement of nothing new still tells that something has arrived, so that something new may go.',
    rules: ['RFC5681-3.2d'],
  },
  {
    applies: (of) => of.sent.data > 0 && (was(of, 'SYN-SENT') || was(of, 'SYN-RECEIVED')),
    words: () => 'The connection is open: what its user had given before goes out.',
    rules: ['RFC5681-3.1b'],
  },
  {
    applies: (of) => of.sent.data > 0 && of.after?.congestion.isRecovering === true,
    words: () => 'In recovery there is room in the congestion window for something new.',
    rules: ['RFC6675-5d'],
  },
  {
    applies: (of) => of.sent.data > 0,
    words: () =>
      'What was acknowledged has made room: the congestion window grows with it, and what waited goes out, as far as both windows allow.',
    rules: ['RFC5681-2a', 'RFC5681-3.1a'],
  },
  {
    applies: (of) => of.sent.fields.fin,
    words: () => 'All data is out: now the FIN that its user asked for can follow.',
    rules: ['RFC9293-SEG-CALL-2'],
  },
];

const ACKNOWLEDGING: readonly Reason[] = [
  {
    applies: (of) => hasData(of) && of.cause.earlier > 0,
    words: () =>
      'Its user has read at once what came: there is more room than the acknowledgement before this one told.',
    rules: ['RFC9293-MUST-39', 'RFC5681-4.2c'],
  },
  {
    applies: (of) => was(of, 'TIME-WAIT') && hears(of, 'fin'),
    words: () =>
      'The FIN comes again, so its acknowledgement was lost: it is given again. For that TIME-WAIT is there.',
    rules: ['RFC9293-SEG-FIN-7', 'RFC9293-SEG-ACK-11'],
  },
  {
    applies: (of) => hears(of, 'syn') && was(of, 'SYN-RECEIVED'),
    words: () =>
      'This SYN has come before, and its number is old: that is answered by an acknowledgement. It tells the other side at the same time that its SYN is known.',
    rules: ['RFC9293-SEG-SEQ-5', 'RFC9293-MUST-10'],
  },
  {
    applies: (of) => hears(of, 'syn'),
    words: () => 'A SYN on a connection that is open: a challenge. Who really sent it will answer by a reset.',
    rules: ['RFC5961-4.2'],
  },
  {
    applies: (of) => hears(of, 'rst'),
    words: () =>
      'A reset that is not at the very next number: a challenge. A real one will come again at the right number.',
    rules: ['RFC5961-3.2c'],
  },
  {
    applies: (of) => of.before?.rcv.wnd === 0 && hasData(of),
    words: () => 'The window is closed: nothing is taken, and the answer says so.',
    rules: ['RFC9293-SEG-SEQ-3', 'RFC9293-SEG-SEQ-5', 'RFC9293-MUST-37'],
  },
  {
    applies: (of) => (of.heard?.length ?? 0) > 0 && isOld(of),
    words: () => 'All of it had come before: it is dropped, and the answer tells again what has been received.',
    rules: ['RFC9293-SEG-SEQ-5'],
  },
  {
    applies: (of) => hears(of, 'fin') && of.after !== undefined && of.before !== undefined && ahead(of) === 0,
    words: () =>
      'FIN takes a number, too, and is acknowledged: this direction is closed. What is sent the other way still goes.',
    rules: ['RFC9293-SEG-FIN-2', 'RFC9293-SEG-FIN-3'],
  },
  {
    applies: (of) => (of.heard?.length ?? 0) > 0 && ahead(of) > 0,
    words: () =>
      'What came is not what is missing. It is kept, and at once the same number is acknowledged again; SACK tells what is here already.',
    rules: ['RFC5681-3.2a', 'RFC9293-SHLD-31', 'RFC2018-4b'],
  },
  {
    applies: (of) => hasData(of) && of.before?.hasEarly === true,
    words: () => 'This fills a hole: acknowledged at once, with all that had come behind it.',
    rules: ['RFC5681-3.2b', 'RFC9293-SEG-TXT-1'],
  },
  {
    applies: hasData,
    words: () => 'Two full segments have come since the last acknowledgement: that is enough to answer at once.',
    rules: ['RFC9293-SHLD-19', 'RFC5681-4.2b', 'RFC9293-SEG-TXT-1'],
  },
  {
    applies: () => true,
    words: () => 'Tells what has been received in order, and how much more may come.',
    rules: ['RFC9293-SEG-SEQ-5'],
  },
];

export const ANSWERS: readonly Reason[] = [...RESETS, ...OPENING, ...SENDING, ...ACKNOWLEDGING];

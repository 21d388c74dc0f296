/** Scripts that show one thing each: where to begin. Times are so chosen that nothing happens at once that should be told apart. */
import { type Action, BUFFER, CALM, type CallName, type Conditions, type Script, type SideName } from './script.ts';

export interface Lesson {
  readonly id: string;
  readonly title: string;
  /** What to look at. */
  readonly about: string;
  readonly script: Script;
}

const MS = 1000;

/** `A open` at so many milliseconds. */
function call(at: number, side: SideName, name: CallName, octets?: number): Action {
  return { at: at * MS, kind: 'call', side, call: name, ...(octets !== undefined && { octets }) };
}

/** Takes the segment of this number away, so many milliseconds into the run. */
function lose(at: number, side: SideName, packet: number): Action {
  return { at: at * MS, kind: 'lose', side, packet, copy: 0 };
}

const HANDSHAKE: readonly Action[] = [call(0, 'B', 'listen'), call(0, 'A', 'open')];

interface Settings {
  readonly conditions?: Conditions;
  readonly buffer?: number;
  readonly seed?: number;
}

function script(
  actions: readonly Action[],
  { conditions = CALM, buffer = BUFFER.usual, seed = 1 }: Settings = {},
): Script {
  return { seed, conditions, buffer, actions };
}

export const LESSONS: readonly Lesson[] = [
  {
    id: 'handshake',
    title: 'Three segments open a connection',
    about:
      'A asks, B answers and asks in the same segment, A answers. Then each knows that it reaches the other and is reached.',
    script: script(HANDSHAKE),
  },
  {
    id: 'syn-lost',
    title: 'The first SYN is lost',
    about:
      'Nobody tells A. Its retransmission timer does: after a second SYN goes out again, and the next wait is twice as long.',
    script: script([...HANDSHAKE, lose(25, 'A', 0)]),
  },
  {
    id: 'simultaneous',
    title: 'Both open at once',
    about: 'Nobody listens; both ask. SYN meets SYN, and one connection comes of it, not two.',
    script: script([call(0, 'A', 'open'), call(10, 'B', 'open')]),
  },
  {
    id: 'fast-retransmit',
    title: 'Data, and one segment lost',
    about:
      'A sends 20 000 octets. One segment is lost; what arrives behind it is acknowledged with the number that is missing. Three times that, and it is sent again before any timer runs out.',
    script: script([...HANDSHAKE, call(200, 'A', 'send', 20_000), lose(330, 'A', 6)], { buffer: BUFFER.most }),
  },
  {
    id: 'zero-window',
    title: 'A window closes',
    about:
      'The user of B does not read. The window shrinks to nothing, A probes with single octets, ever more rarely, until B reads and tells that there is room.',
    script: script(
      [
        call(0, 'B', 'waits'),
        ...HANDSHAKE,
        call(200, 'A', 'send', 9000),
        call(6000, 'B', 'read'),
        call(6200, 'B', 'reads'),
      ],
      { buffer: 4096 },
    ),
  },
  {
    id: 'fin',
    title: 'An orderly end',
    about:
      'Each direction is closed by a FIN of its own. B may still send when A has closed. Who closes first waits in TIME-WAIT, twice the longest life of a segment.',
    script: script([...HANDSHAKE, call(200, 'A', 'close'), call(350, 'B', 'send', 1000), call(500, 'B', 'close')]),
  },
  {
    id: 'both-close',
    title: 'Both close at once',
    about: 'FIN meets FIN: both go through CLOSING, and both wait in TIME-WAIT.',
    script: script([...HANDSHAKE, call(200, 'A', 'close'), call(210, 'B', 'close')]),
  },
  {
    id: 'half-open',
    title: 'One side forgets',
    about:
      'B is switched off and on again, and knows nothing of the connection. A does not notice before it sends: then a reset tells it.',
    script: script([...HANDSHAKE, call(200, 'B', 'restart'), call(400, 'A', 'send', 500)]),
  },
  {
    id: 'last-ack-lost',
    title: 'The last acknowledgement is lost',
    about:
      'B has closed last and hears nothing, so that its FIN comes again. A still waits in TIME-WAIT, and acknowledges it again.',
    script: script([...HANDSHAKE, call(200, 'A', 'close'), call(400, 'B', 'close'), lose(475, 'A', 3)]),
  },
  {
    id: 'bad-network',
    title: 'A bad network',
    about:
      'Segments are lost, doubled and overtaken, one in eight. Everything still arrives once and in order; only later.',
    script: script([...HANDSHAKE, call(400, 'A', 'send', 12_000), call(500, 'B', 'send', 3000)], {
      conditions: { delay: 50, loss: 12, reordering: 12, duplication: 12 },
      seed: 7,
    }),
  },
];

export function lessonById(id: string): Lesson | undefined {
  return LESSONS.find((lesson) => lesson.id === id);
}

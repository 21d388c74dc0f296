/** How one side stands: its state, the variables as the RFC names them, and the timers that run. */
import type { ConnectionPicture, SidePicture, TimerName } from '../../try/handshake/picture.ts';
import { amount, seconds } from '../../try/handshake/quantities.ts';
import type { SideName } from '../../try/handshake/script.ts';
import { counted } from '../../try/handshake/segment.ts';
import { byId, el } from '../try/dom.ts';

const TIMER_WORDS: Readonly<Record<TimerName, string>> = {
  retransmit: 'sends again',
  persist: 'probes',
  delayedAck: 'acknowledges',
  keepAlive: 'keeps alive',
  timeWait: 'forgets',
};

type Row = readonly [name: string, value: string, meaning: string];

export function showHost(
  side: SideName,
  picture: SidePicture,
  other: SidePicture,
  now: number,
  isRelative: boolean,
): void {
  const { state, connection, readsAtOnce } = picture;
  byId(`state-${side}`).textContent = state;
  byId<HTMLInputElement>(`reads-${side}`).checked = readsAtOnce;
  const rows = connection === undefined ? [] : rowsOf(connection, other.connection?.iss, now, isRelative);
  const facts = byId(`facts-${side}`);
  const text = JSON.stringify(rows);
  if (facts.dataset.text === text) return;
  facts.dataset.text = text;
  facts.replaceChildren(
    ...rows.map(([name, value, meaning]) => el('div', { title: meaning }, el('dt', {}, name), el('dd', {}, value))),
  );
  for (const button of document.querySelectorAll<HTMLElement>(`[data-side="${side}"][data-call]`)) {
    button.setAttribute('aria-disabled', String(!canBeCalled(button.dataset.call!, picture)));
  }
}

function rowsOf(connection: ConnectionPicture, theirs: number | undefined, now: number, isRelative: boolean): Row[] {
  const { iss, irs, snd, rcv, congestion, unsent, unread, timeout, roundTrip, timers, inFlight } = connection;
  const own = (number: number): string => amount(counted(number, isRelative ? iss : undefined));
  const their = (number: number): string => amount(counted(number, isRelative ? (irs ?? theirs) : undefined));
  const [una, nxt] = [own(snd.una), own(snd.nxt)];
  const { window, threshold, isRecovering } = congestion;
  return [
    ['SND.UNA', una, 'The first number that is not acknowledged'],
    ['SND.NXT', nxt, 'The number that is sent next'],
    ['SND.WND', amount(snd.wnd), 'The window that the other side offers'],
    ...(irs === undefined
      ? []
      : ([
          ['RCV.NXT', their(rcv.nxt), 'The number that is to come next'],
          ['RCV.WND', amount(rcv.wnd), 'The window that is offered'],
        ] as const)),
    ['in flight', amount(inFlight), 'Numbers sent and not acknowledged'],
    ...(window === 0
      ? []
      : ([
          ['cwnd', `${amount(window)}${isRecovering ? ', recovering' : ''}`, 'The congestion window'],
          [
            'ssthresh',
            threshold === Number.POSITIVE_INFINITY ? 'none yet' : amount(threshold),
            'Where slow start ends',
          ],
        ] as const)),
    ['unsent', amount(unsent), 'Octets that its user has given and that were not sent yet'],
    ['unread', amount(unread), 'Octets that have come and that its user has not read'],
    ['round trip', roundTrip === undefined ? 'unknown' : seconds(roundTrip), 'As measured'],
    ['timeout', seconds(timeout), 'How long it waits for an acknowledgement'],
    ...Object.entries(timers).map(([name, at]): Row => {
      return [TIMER_WORDS[name as TimerName], `in ${seconds(Math.max(0, at - now))}`, 'A timer that runs'];
    }),
  ];
}

function canBeCalled(call: string, { state, connection }: SidePicture): boolean {
  const isSending = ['SYN-SENT', 'SYN-RECEIVED', 'ESTABLISHED', 'CLOSE-WAIT'].includes(state);
  switch (call) {
    case 'listen':
      return state === 'CLOSED';
    case 'open':
      return connection === undefined;
    case 'send':
      return isSending;
    case 'close':
      return isSending || state === 'LISTEN';
    case 'read':
      return (connection?.unread ?? 0) > 0;
    case 'abort':
      return connection !== undefined;
    default:
      return true;
  }
}

/** What the kernel is asked: an echo request, and a SYN to a port where nobody listens, which a RST answers. */
import { icmpMessage } from '../../../src/generated/ipv4/icmp.ts';
import type { LinkSurface } from '../../../src/harness/surface.ts';
import { ICMP, probe } from '../../../src/kits/ipv4/datagram.ts';
import { segmentProbe } from '../../../src/kits/tcp/segment.ts';

const CLOSED_PORT = 4;
const HEADER = 20;
const [ECHO_REPLY, RST_ACK] = [0, 0x14];
/** Of a segment without options. */
const FLAGS_AT = 13;

export interface Question {
  octets(addresses: LinkSurface['addresses']): Uint8Array;
  /** Whether a datagram answers it. */
  isAnswer(datagram: Uint8Array): boolean;
}

export const echoRequest: Question = {
  octets: ({ tester, iut }) => {
    const data = '00'.repeat(56);
    const payload = icmpMessage.encode({ type: 8, code: 0, identifier: 1, sequenceNumber: 1, data });
    return probe({ source: tester, destination: iut, protocol: ICMP, identification: 1 }, payload).octets;
  },
  isAnswer: (datagram) => datagram[HEADER] === ECHO_REPLY && datagram.length === HEADER + 64,
};

export const syn: Question = {
  octets: ({ tester, iut }) => {
    const ends = { source: tester, destination: iut, sourcePort: 1024, destinationPort: CLOSED_PORT };
    return segmentProbe(ends, { syn: true, sequenceNumber: 1, window: 1024 }, {}, 1).octets;
  },
  isAnswer: (datagram) => datagram[HEADER + FLAGS_AT] === RST_ACK && datagram.length === HEADER + 20,
};

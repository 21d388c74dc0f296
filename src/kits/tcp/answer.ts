/** Whether a segment is the answer that a form asks for, and by which field it is not. */
import { octetsOfSequence } from './end.ts';
import type { SegmentFields, SegmentSeen } from './segment.ts';

export type AnswerForm = 'nothing' | 'acknowledgement' | 'reset' | 'SYN,ACK';

/** What an answer is held to. */
export interface Asked {
  /** The segment that was sent. */
  readonly sent: SegmentFields;
  /** The number up to which everything was taken, the segment included as far as it should be. */
  readonly taken: number;
  /** The next number that the tester expects: SND.NXT of who answers. */
  readonly expected: number;
  /** The connection is not known, or not synchronized: a reset is made of what it answers (RFC 9293 section 3.5.2). */
  readonly isUnsynchronized: boolean;
}

/** The first field that is not as it should be, or undefined. */
export function differs(form: AnswerForm, answer: SegmentSeen | undefined, asked: Asked): string | undefined {
  if (answer === undefined) return form === 'nothing' ? undefined : 'segment';
  const { rst, syn, ack } = answer.fields;
  switch (form) {
    case 'nothing':
      return 'segment';
    case 'reset':
      return rst ? resetDiffers(answer.fields, asked) : 'flags';
    case 'SYN,ACK':
      return syn && ack && !rst ? synDiffers(answer.fields, asked) : 'flags';
    case 'acknowledgement':
      return ack && !rst && !syn ? acknowledgementDiffers(answer, asked) : 'flags';
    default:
      return form satisfies never;
  }
}

function resetDiffers({ sequenceNumber, acknowledgmentNumber, ack }: SegmentFields, asked: Asked): string | undefined {
  const { sent, isUnsynchronized } = asked;
  if (!isUnsynchronized) return undefined;
  if (sent.ack) return sequenceNumber === sent.acknowledgmentNumber ? undefined : 'sequenceNumber';
  const whole = ((sent.sequenceNumber ?? 0) + octetsOfSequence(sent)) >>> 0;
  if (!ack || acknowledgmentNumber !== whole) return 'acknowledgmentNumber';
  return sequenceNumber === 0 ? undefined : 'sequenceNumber';
}

/** Data that came with a SYN may be left for later, or taken with it. */
function synDiffers({ acknowledgmentNumber }: SegmentFields, { sent, taken }: Asked): string | undefined {
  const whole = ((sent.sequenceNumber ?? 0) + octetsOfSequence(sent)) >>> 0;
  const mayBe = sent.syn ? [taken, whole] : [taken];
  return mayBe.includes(acknowledgmentNumber ?? -1) ? undefined : 'acknowledgmentNumber';
}

/** <SEQ=SND.NXT><ACK=RCV.NXT>, or with the data or FIN that is sent just now. */
function acknowledgementDiffers({ fields, dataLength }: SegmentSeen, { taken, expected }: Asked): string | undefined {
  if (fields.acknowledgmentNumber !== taken) return 'acknowledgmentNumber';
  const isBare = dataLength === 0 && !fields.fin;
  return isBare && fields.sequenceNumber !== expected ? 'sequenceNumber' : undefined;
}

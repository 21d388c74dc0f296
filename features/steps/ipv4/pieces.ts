/** Echo requests in fragments that are cut as a scenario says, and identifications that datagrams share. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { assertToldApart, ipv4Kit, type Rows, readHeader } from '../../../src/kits/ipv4/index.ts';

const pieceSteps: readonly StepDefinition[] = defineSteps(ipv4Kit, {
  when: {
    'the tester sends an echo request that is {int} octets long, with': ({ pieces }, octets: number, rows: Rows) =>
      pieces.sendWhole(octets, readHeader(rows)),
    'the tester sends an echo request that is {int} octets long in the fragments of a link that carries {int}': (
      { pieces },
      octets: number,
      mtu: number,
    ) => pieces.sendThrough(octets, mtu),
    'the tester sends an echo request in the fragments {string}': ({ pieces }, words: string) =>
      pieces.sendPieces(words),
    'the tester sends the beginning of a message that goes on with zeros, in the fragments {string}': (
      { pieces },
      words: string,
    ) => pieces.sendPiecesBeforeZeros(words),
    'the tester sends {int} echo requests in halves, all first halves before all second halves': (
      { pieces },
      count: number,
    ) => pieces.sendManyAtOnce(count),
    'the tester sends {int} different echo requests with one identification': ({ pieces }, count: number) =>
      pieces.sendAlike(count, { dontFragment: false }),
    'the tester sends {int} different echo requests with one identification that may not be cut': (
      { pieces },
      count: number,
    ) => pieces.sendAlike(count, { dontFragment: true }),
    'the tester sends an echo request in fragments, and another that may not be cut among them with their identification':
      ({ pieces }) => pieces.sendAmongFragments(),
    '{int} copies of one echo request are answered': async ({ echoes }, count: number) => {
      await echoes.repeat(count);
      await echoes.expectReplies();
    },
  },
  then: {
    'the reply, if there is one, holds either copy where they overlap, and all else as it was sent': ({ pieces }) =>
      pieces.assertEitherCopy(),
    'no two of the echo replies that may be cut into fragments share an identification': ({ echoes, scene }) =>
      assertToldApart(echoes.exchanges, scene.took),
    'it is recorded whether the host cuts its reply into fragments': ({ pieces }) => pieces.recordReply(),
  },
});

const timeoutSteps: readonly StepDefinition[] = defineSteps(ipv4Kit, {
  given: {
    'the tester sends the first fragment of an ICMP error of type {int} about the reply': (
      { fragments },
      type: number,
    ) => fragments.sendOrphanedError(type),
  },
  when: {
    'the tester sends all fragments of such an echo request but the first': ({ fragments }) =>
      fragments.sendAllButFirst(),
    'the first follows after the longest wait': ({ fragments }) => fragments.sendFirstAtLast(),
    'the tester sends another echo request with that identification, its fragments in the order {string}': (
      { fragments },
      order: string,
    ) => fragments.sendSuccessor(order),
  },
  then: {
    'the host, which has given up by now, does not answer that echo request': ({ fragments }) =>
      fragments.assertGivenUpInTime(),
    'the host has reported nothing about the fragment of the ICMP error': ({ fragments }) =>
      fragments.assertOrphanUnreported(),
  },
});

export const pieceAndTimeoutSteps: readonly StepDefinition[] = [...pieceSteps, ...timeoutSteps];

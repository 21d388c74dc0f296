/** The tester sends data in pieces, in any order; users give data to be sent. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { tcpKit } from '../../../src/kits/tcp/index.ts';

export const streamSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    'the user has a connection to the tester, who takes segments of {int} octets': async (
      { handshake, sending },
      octets: number,
    ) => {
      await handshake.complete();
      await sending.adopt(octets);
    },
    'the SYN is lost once, and the tester takes segments of {int} octets': ({ sending }, octets: number) =>
      sending.answerSecondSyn(octets),
  },
  when: {
    'the tester sends the pieces {string}, of {int} octets each': ({ stream }, order: string, octets: number) =>
      stream.send(order, octets),
    'the tester sends {int} pieces of {int} octets': ({ stream }, count: number, octets: number) =>
      stream.sendMany(count, octets),
    'the tester sends the pieces {string}, of {int} octets each, {int} ms apart': (
      { stream },
      order: string,
      octets: number,
      apart: number,
    ) => stream.send(order, octets, apart),
    'the tester sends {int} pieces of {int} octets, {int} ms apart': (
      { stream },
      count: number,
      octets: number,
      apart: number,
    ) => stream.sendMany(count, octets, apart),
    'the tester sends {int} pieces of {int} octets, as the window allows': (
      { stream },
      count: number,
      octets: number,
    ) => stream.sendWithinWindow(count, octets),
    'the tester sends {int} segments of the largest size that is taken, {int} ms apart': (
      { stream },
      count: number,
      apart: number,
    ) => stream.sendFull(count, apart),
    'the tester sends {int} segments of half the largest size that is taken, {int} ms apart': (
      { stream },
      count: number,
      apart: number,
    ) => stream.sendHalves(count, apart),
    'what is not acknowledged is sent again until it is': ({ stream }) => stream.repeatUntilAcknowledged(),
    'the user gives {int} octets': ({ sending }, octets: number) => sending.give(octets),
    'the user turns the waiting off': ({ sending }) => sending.set({ nagle: false }),
    'the user asks to give up after {int} seconds': ({ sending }, seconds: number) =>
      sending.set({ userTimeout: seconds * 1_000_000 }),
  },
  then: {
    'all pieces come back, each once and in order': ({ stream }) => stream.assertComesBack(),
    '{int} octets are acknowledged': ({ stream }, octets: number) => stream.assertAcknowledged(octets),
    'there are at least {int} acknowledgements': ({ stream }, count: number) =>
      stream.assertAcknowledgements(count, Infinity),
    'there are at most {int} acknowledgements': ({ stream }, count: number) => stream.assertAcknowledgements(0, count),
    'the first acknowledgement comes in less than {int} ms': ({ stream }, most: number) =>
      stream.assertAcknowledgedWithin(most),
    'the right edge of the window never moves back': ({ stream }) => stream.assertEdgeStays(),
    'each of the last {int} acknowledgements tells what is held': ({ sacks }, count: number) =>
      sacks.assertOnEach(count),
    'the first block holds piece {int}': ({ sacks }, number: number) => sacks.assertFirstHolds(number),
    'the last acknowledgement tells of the pieces {string}': ({ sacks }, numbers: string) =>
      sacks.assertTellsOf(numbers),
    '{int} octets of the user come': ({ sending }, octets: number) => sending.assertAllCome(octets),
    'the last segment has PSH': ({ sending }) => sending.assertPushed(),
    'that user is told of trouble': ({ sending }) => sending.assertToldOfTrouble(),
    'in the end the connection is given up': ({ flights }) => flights.assertGivenUpAtLast(),
    'after {int} seconds the connection is given up': ({ flights }, seconds: number) => flights.assertGivenUp(seconds),
    'after {int} seconds the connection goes on': ({ flights }, seconds: number) => flights.assertGoesOn(seconds),
  },
});

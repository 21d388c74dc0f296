/** The tester takes what a service sends, as slowly as it likes. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { tcpKit } from '../../../src/kits/tcp/index.ts';

export const flowSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    'the tester takes characters in segments of {int} octets': ({ flow }, octets: number) => flow.begin({ octets }),
    'the tester takes characters in segments of {int} octets, after a handshake of {int} ms': (
      { flow },
      octets: number,
      handshake: number,
    ) => flow.begin({ octets, handshake }),
    'the tester takes characters in segments of {int} octets and offers a window of {int}': (
      { flow },
      octets: number,
      window: number,
    ) => flow.begin({ octets, window }),
    'the tester takes characters in segments of {int} octets and says what it holds': ({ flow }, octets: number) =>
      flow.begin({ octets, sack: true }),
    'the tester takes characters in segments of {int} octets and says what it holds, after a handshake of {int} ms': (
      { flow },
      octets: number,
      handshake: number,
    ) => flow.begin({ octets, handshake, sack: true }),
    'the tester takes characters in segments of {int} octets once the SYN,ACK has come twice': (
      { flow },
      octets: number,
    ) => flow.begin({ octets, loss: true }),
    'the tester takes characters one segment of {int} octets at a time': ({ flow }, octets: number) =>
      flow.begin({ octets, window: octets }),
    'the tester takes characters one segment of {int} octets at a time, after a handshake of {int} ms': (
      { flow },
      octets: number,
      handshake: number,
    ) => flow.begin({ octets, window: octets, handshake }),
    'the tester takes characters two segments of {int} octets at a time, after a handshake of {int} ms': (
      { flow },
      octets: number,
      handshake: number,
    ) => flow.begin({ octets, window: 2 * octets, handshake }),
    'the tester hears the echo in segments of {int} octets, after a handshake of {int} ms': (
      { flow },
      octets: number,
      handshake: number,
    ) => flow.begin({ service: 'echo', octets, handshake }),
  },
  when: {
    '{int} flight(s) is/are acknowledged': ({ flow }, count: number) => flow.takeFlights(count),
    '{int} flight(s) is/are acknowledged, segment by segment': ({ flow }, count: number) =>
      flow.takeFlights(count, { oneByOne: true }),
    '{int} flight(s) is/are acknowledged, segment by segment, after {int} ms': (
      { flow },
      count: number,
      after: number,
    ) => flow.takeFlights(count, { oneByOne: true, after }),
    'a flight is acknowledged after {int} ms': ({ flow }, after: number) => flow.takeFlights(1, { after }),
    '{int} flights are acknowledged after {int} ms each': ({ flow }, count: number, after: number) =>
      flow.takeFlights(count, { after }),
    'a flight comes': async ({ flow }) => {
      await flow.takeFlight();
    },
    'a flight of {int} segments comes, after a timeout of one twice as large': ({ flow }, segments: number) =>
      flow.takeFlightAnew(segments),
    'the timer runs out': ({ flow }) => flow.timeOut(),
    'the timer runs out {int} times': ({ flow }, times: number) => flow.timeOut(times),
    'the tester sends a SYN, and the answer comes twice': ({ flow }) => flow.awaitAnswerTwice(),
    'the tester acknowledges {int} segments more, one by one': async ({ flow }, segments: number) => {
      for (let index = 0; index < segments; index += 1) await flow.acknowledge(1);
    },
    'what came again so far does not count': ({ flow }) => void flow.again.splice(0),
    'the tester closes its window': ({ flow }) => flow.offer(0),
    'the tester opens its window': ({ flow }) => flow.offer(),
    '{int} octets have come back': ({ flow }, octets: number) => flow.takeAll(octets),
    'the tester gives {int} octets to be echoed, {int} times': async ({ flow }, octets: number, times: number) => {
      for (let index = 0; index < times; index += 1) await flow.give(octets);
    },
    '{int} times {int} octets are echoed, and acknowledged segment by segment': (
      { flow },
      times: number,
      octets: number,
    ) => flow.giveAndTake(times, octets),
    'the tester acknowledges all that has come': ({ flow }) => flow.acknowledge(),
    'the tester acknowledges one segment more': ({ flow }) => flow.acknowledge(1),
    'the tester acknowledges one segment more, in {int} parts': ({ flow }, parts: number) =>
      flow.acknowledgeParts(parts),
    '{int} duplicate(s) of the last acknowledgement arrive(s)': ({ flow }, times: number) => flow.duplicate(times),
    '{int} duplicate(s) of the last acknowledgement arrive(s), telling of segments {string}': (
      { flow },
      times: number,
      runs: string,
    ) => flow.duplicate(times, flow.runs(runs)),
    '1 duplicate of the last acknowledgement arrives, telling of the newest segment': ({ flow }) =>
      flow.duplicateForNewest(),
    'nothing more comes for now': ({ flow }) => flow.look(),
    'the tester gives {int} octets to be echoed': ({ flow }, octets: number) => flow.give(octets),
    'the tester gives nothing for {int} ms': ({ flow }, after: number) => flow.pause(after),
    'the tester counts flights anew': ({ flow }) => void flow.flights.splice(0),
  },
  then: {
    'no more than the initial window is on its way': ({ flights }) => flights.assertInitialWindow(),
    'no more than the initial window of RFC 5681 is on its way': ({ flights }) => flights.assertStandardInitialWindow(),
    'no more than the restart window is on its way': ({ flights }) => flights.assertRestartWindow(),
    'no more than {int} segment(s) is/are on its/their way': ({ flights }, segments: number) =>
      flights.assertOnTheirWay(segments),
    'no flight grows by more than a segment for each acknowledgement': ({ flights }) => flights.assertSlowStart(),
    'the last flight is at most {int} segments more than the first': ({ flights }, segments: number) =>
      flights.assertGrowth(segments),
    'a flight has {int} segments or more': ({ flights }, segments: number) => flights.assertGrownTo(segments),
    'nothing lies beyond the window that was offered': ({ flights }) => flights.assertWithinWindow(),
    'segment {int} comes again': ({ flights }, segment: number) => flights.assertAgain(segment),
    'segment {int} is sent again in time': async ({ flow, flights }, segment: number) => {
      await flow.timeOut();
      flights.assertAgain(segment);
    },
    'at most {int} segments come': ({ flights }, most: number) => flights.assertSegments(most),
    'nothing but segment {int} comes': ({ flights }, segment: number) => flights.assertNothingBut(segment),
    '{int} segments of new data have come since the last flight': ({ flights }, segments: number) =>
      flights.assertSinceFlight(segments),
    'new data comes': ({ flights }) => flights.assertSomeNew(),
    'no new data comes': ({ flights }) => flights.assertNothingNew(),
    'no more is on its way than half of the flight and {int} segments, or than the flight and 2': (
      { flights },
      duplicates: number,
    ) => flights.assertFastRecovery(duplicates),
    'at most {int} segments of new data come': ({ flights }, most: number) => flights.assertNew(0, most),
    'at least {int} segments of new data come': ({ flights }, least: number) => flights.assertNew(least, Infinity),
    'what came again came no sooner than the round trips allow': ({ timeouts }) => timeouts.assertByRoundTrips(),
    'what came again came no sooner than the round trips allow, an eighth and a quarter counting': ({ timeouts }) =>
      timeouts.assertByUsualGains(),
    'what came again came no sooner after the acknowledgement than the round trips allow': ({ timeouts }) =>
      timeouts.assertSinceAcknowledged(),
    'what came again came no sooner than {int} ms after it was sent': ({ timeouts }, least: number) =>
      timeouts.assertAtLeast(least),
    'each wait is twice as long as the one before': ({ timeouts }) => timeouts.assertDoubling(),
    'it comes again and again': ({ flow }) => flow.timeOut(2),
    'segments {string} come again first': ({ flights }, order: string) => flights.assertOrder(order),
    'segments {string} did not come again': ({ flights }, segments: string) => flights.assertNotAgain(segments),
    'what comes again is what came before': ({ flights }) => flights.assertSame(),
    'all segments but the last are full': ({ sending }) => sending.assertLargest(),
    'all segments are full as long as there is more to send': ({ sending }) => sending.assertLargestOfMore(),
  },
});

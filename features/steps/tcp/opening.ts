/** Connections that are asked for, by the tester or by a user of the implementation. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { mustBeRefused, type Rows, readSegments, tcpKit } from '../../../src/kits/tcp/index.ts';

/** Where the tester stands, by the words of features. */
const SIDES: Readonly<Record<string, 'tester' | 'beyond'>> = { near: 'tester', far: 'beyond' };

export const openingSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    'the tester is at the {word} port and counts from {int}': async ({ talk }, service: string, first: number) => {
      await talk.begin(service, first);
    },
    'the connection is established': ({ handshake }) => handshake.complete(),
    'data comes back': ({ talk }) => talk.assertAlive(),
    'the user has asked the tester for a connection': async ({ opening }) => {
      await opening.open();
      await opening.expectSyn();
    },
    'the user has asked the tester for a connection, at the {word} side': async ({ opening }, side: string) => {
      await opening.open(SIDES[side]);
      await opening.expectSyn();
    },
    'the user has opened a port': async ({ opening }) => {
      await opening.listen();
      await opening.approach();
    },
    'the user has opened a port at its other address alone': ({ opening }) => opening.listen('iutBeyond'),
    'the tester has a half-open connection to it': ({ handshake }) => handshake.halfOpen(),
    'a SYN to a port that no user has opened is refused': async ({ opening, talk }) => {
      await opening.approachNew();
      await mustBeRefused(talk);
    },
  },
  when: {
    'the tester sends a segment that is not to be taken': ({ talk }, rows: Rows) => talk.sendAside(readSegments(rows)),
    'the user asks the tester for a connection': ({ opening }) => opening.open(),
    'the user asks the tester for a connection, from its other address': ({ opening }) =>
      opening.open('tester', 'iutBeyond'),
    'the user asks the tester for a connection, at the {word} side': ({ opening }, side: string) =>
      opening.open(SIDES[side]),
    'the user asks for a connection to {string}': async ({ opening, addresses }, word: string) =>
      opening.openInvalid(await addresses.address(word)),
    'the user opens that port': ({ opening }) => opening.listenThere(),
    'the user opens the port that it asked from': ({ opening }) => opening.listenThere(),
    'the user opens the same port again, whatever it is told': ({ opening }) => opening.listenAgain(),
    'the user gives up': ({ opening }) => opening.close(),
    'the user sends {int} octets': ({ handshake }, octets: number) => handshake.userSends(octets),
    'the tester answers the SYN and adds the data {string}': ({ handshake }, data: string) =>
      handshake.answerWithData(data),
    'the tester sends a SYN to {string}': ({ addresses }, word: string) => addresses.ask('destination', word),
    'the tester sends a SYN as if from {string}': ({ addresses }, word: string) => addresses.ask('source', word),
    '{int} pairs of ports ask for a connection twice, a while apart': ({ numbers }, count: number) =>
      numbers.sampleTwice(count),
    'the tester asks for a connection from one port after another': ({ numbers }) => numbers.sampleNeighbours(),
    '{int} connections are established at once': ({ many }, count: number) => many.establish(count),
    'each of them carries data of its own': ({ many }) => many.speak(),
  },
  then: {
    'a SYN comes that acknowledges nothing': ({ opening }) => opening.expectSyn(),
    'a SYN comes from that address': ({ opening }) => opening.expectSyn(),
    'a SYN comes from the address on that side': ({ opening }) => opening.expectSyn(),
    'a SYN to that port is answered': ({ handshake }) => handshake.assertAccepts(),
    'a SYN to that port is refused': async ({ opening, handshake }) => {
      await opening.approach();
      await handshake.assertRefuses();
    },
    'a SYN to that port at the usual address is refused': async ({ opening, handshake }) => {
      await opening.approach();
      await handshake.assertRefuses();
    },
    'a SYN to the port that it asked from is refused': async ({ opening, handshake }) => {
      await opening.approachOpener();
      await handshake.assertRefuses();
    },
    'the user is told that the connection is open': ({ opening }) => opening.assertOpened(),
    'the user is told that the attempt has failed': ({ opening }) => opening.assertFailed(),
    'in the end the user is told that the attempt has failed': ({ opening }) => opening.assertFailedAtLast(),
    'the SYN comes at least {int} times': ({ opening }, count: number) => opening.expectSyns(count),
    'the attempt goes on for {int} seconds': ({ opening }, seconds: number) =>
      opening.assertWaiting(seconds * 1_000_000),
    'no SYN goes to that address': ({ opening }) => opening.assertNothingToNobody(),
    'the handshake goes on as if that had not come': ({ handshake }) => handshake.assertStillOpens(),
    'the connection opens and carries data': ({ handshake }) => handshake.assertOpensAndCarries(),
    'data goes from the tester to the user and from the user to the tester': ({ handshake }) =>
      handshake.assertUserSpeaks(),
    'the half-open connection opens and carries data for the user': async ({ handshake }) => {
      await handshake.complete();
      await handshake.assertUserSpeaks();
    },
    'the user receives the data {string}, at once or when it comes again': ({ handshake }, data: string) =>
      handshake.assertDataOfSynArrives(data.replaceAll(' ', '')),
    'an acknowledgement comes from the same address as the SYN': ({ talk }) =>
      talk.expect([{ flags: 'ACK', ack: '1' }]),
    'the acknowledgement of {word} is turned away': ({ handshake }, ack: string) => handshake.assertTurnedAway(ack),
    'the half-open connection is gone, or the SYN was turned away': ({ handshake }) => handshake.assertWaitsAgain(),
    'a reset comes with number {word}': ({ handshake }, number: string) => handshake.assertReset(number),
    'the connection is gone': ({ handshake }) => handshake.assertGone(),
    'nobody answers that SYN': ({ addresses }) => addresses.assertSilence(),
    'each second number is further on, as a clock of 4 microseconds would have it': ({ numbers }) =>
      numbers.assertClockRuns(),
    'the numbers are neither near one another nor in even steps': ({ numbers }) => numbers.assertUnforeseeable(),
    'all numbers have moved on alike': ({ numbers }) => numbers.assertOneClock(),
    'each gets back what it has sent': ({ many }) => many.assertApart(),
  },
});

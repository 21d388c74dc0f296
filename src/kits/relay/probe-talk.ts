/** The implementation as a prober, and as a prober's helper: HPR/1 sections 5.1 and 8.4. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { PacketEvent } from '../../net/nat/internet.ts';
import type { Endpoint } from '../../net/nat/packet.ts';
import { attributeOf, kindOf, mapped } from './frame.ts';
import { token } from './prober.ts';
import { errorOf, type ServingTalk, said } from './serving-talk.ts';
import type { Heard } from './station.ts';
import { missing, PORT, SECOND, type StationTalk } from './station-talk.ts';

interface Asked {
  readonly by: string;
  readonly token: string;
  readonly octets: number;
  readonly at: number;
  readonly answer: Heard | undefined;
}

/** Until a probe has not come, and a retry of who asks a helper (sections 2.3 and 5.1). */
const PROBED_WITHIN = 4 * SECOND;
/** ERROR to who asks for a probe while there is nobody to send it. */
const UNAVAILABLE = 503;
/** Hex of IPv6 addresses that hold an IPv4 address `a`, and of such that none can be at. */
const SPELLINGS: Readonly<Record<string, (a: string) => string>> = {
  mapped: (a) => mapped(a),
  compatible: (a) => `${'00'.repeat(12)}${mapped(a).slice(-8)}`,
  translated: (a) => `0064ff9b${'00'.repeat(8)}${mapped(a).slice(-8)}`,
  '6to4': (a) => `2002${mapped(a).slice(-8)}${'00'.repeat(10)}`,
  IPv6: (a) => a,
};

export class ProbeTalk {
  readonly #talk: StationTalk;
  readonly #serving: ServingTalk;
  #asked: Asked | undefined;

  constructor(talk: StationTalk, serving: ServingTalk) {
    this.#talk = talk;
    this.#serving = serving;
  }

  /** PROBE-ME; `elsewhere`: with the address of another station in it. */
  async askToBeProbed(by: string, elsewhere?: string): Promise<void> {
    const { station } = this.#serving.client(by);
    const one = token(station) as { token: string };
    const other = elsewhere === undefined ? [] : [endpointAt(this.#talk.station(elsewhere).endpoints[0]!)];
    const attributes = [one, ...other, { kind: kindOf('Padding'), padding: '00'.repeat(148) }];
    await this.#ask(by, 'PROBE-ME', one.token, attributes);
  }

  /** DIAL to what an address says, as `spelling` spells it. */
  async askToDial(by: string, address: string, spelling: string, port = PORT): Promise<void> {
    const { station } = this.#serving.client(by);
    const spell = SPELLINGS[spelling];
    if (spell === undefined) throw new Inconclusive('precondition', `nobody knows of the spelling ${spelling}`);
    const one = token(station) as { token: string };
    const place = { kind: kindOf('Endpoint'), port, address: spell(address) };
    const peer = { kind: kindOf('Peer'), node: Buffer.from(station.random.octets(16)).toString('hex') };
    await this.#ask(by, 'DIAL', one.token, [one, place, peer]);
  }

  async askToDialStation(by: string, name: string): Promise<void> {
    const { address, port } = this.#talk.station(name).endpoints[0]!;
    await this.askToDial(by, address, 'mapped', port);
  }

  /** @throws Unmet */
  async expectProbe(name: string): Promise<Heard> {
    const asked = this.#sent();
    const isIt = ({ type, frame }: Heard): boolean =>
      type === 'PROBE' && attributeOf<{ token: string }>(frame, 'Token')?.token === asked.token;
    const isRefusal = (heard: Heard): boolean =>
      errorOf(heard)?.code === UNAVAILABLE && heard.frame.destination === this.#talk.station(asked.by).id;
    const came = await this.#talk.hear(
      this.#talk.station(name),
      (heard) => isIt(heard) || isRefusal(heard),
      PROBED_WITHIN,
    );
    if (came === undefined) throw missing(`PROBE at ${name}`);
    if (!isIt(came)) throw new Inconclusive('precondition', 'it has nobody to probe by just now, error 503');
    return came;
  }

  /** From where the one who asked has never sent to, and not longer than what asked. @throws Unmet */
  async assertProbeIsFair(name: string): Promise<void> {
    const { packet, octets, at } = await this.expectProbe(name);
    const { trace } = await this.#talk.world();
    const known = trace.some(
      (event) => event.from === name && event.at <= at && event.packet.to.address === packet.from.address,
    );
    if (known) {
      const expected = 'a PROBE from an address that the node has never sent to';
      throw new Unmet({ expected: [expected], actual: `one from ${packet.from.address}` });
    }
    const most = this.#sent().octets;
    if (octets.length > most) throw new Unmet({ expected: [`at most ${most} octets`], actual: `${octets.length}` });
  }

  /** @throws Unmet */
  async assertNothingAt(name: string): Promise<void> {
    await this.#serving.fence(this.#sent().by);
    const { address, port } = this.#talk.station(name).endpoints[0]!;
    await this.assertNothingTo(address, port);
  }

  /** To none of its ports, or not to that one. @throws Unmet */
  async assertNothingTo(address: string, port?: number): Promise<void> {
    const { at } = this.#sent();
    await this.#talk.pass(3);
    const { trace } = await this.#talk.world();
    const isThere = ({ packet: { to } }: PacketEvent): boolean =>
      to.address === address && (port === undefined || to.port === port);
    const sent = trace.find((event) => event.at >= at && event.what === 'sent' && isThere(event));
    if (sent !== undefined)
      throw new Unmet({ expected: [`nothing to ${address}`], actual: `${sent.packet.octets.length} octets` });
  }

  /** @throws Unmet */
  assertNotTaken(): void {
    const { answer } = this.#sent();
    if (answer?.type === 'OK') throw new Unmet({ expected: ['a refusal'], actual: said(answer) });
  }

  async #ask(by: string, type: string, ofToken: string, attributes: readonly object[]): Promise<void> {
    const { station, session } = this.#serving.client(by);
    const at = (await this.#talk.world()).now;
    const messageId = station.nextMessageId();
    const octets = station.write(session, type, { messageId, attributes, isRequest: true });
    station.put(octets, session);
    this.#asked = { by, token: ofToken, octets: octets.length, at, answer: undefined };
    await this.#talk.flush(station);
    if (type === 'DIAL') this.#asked = { ...this.#asked, answer: await this.#talk.answer(station, messageId) };
  }

  #sent(): Asked {
    if (this.#asked === undefined) throw new TypeError('no probe was asked for');
    return this.#asked;
  }
}

function endpointAt({ address, port }: Endpoint): object {
  return { kind: kindOf('Endpoint'), port, address: mapped(address) };
}

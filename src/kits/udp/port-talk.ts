/** Datagrams to ports that nobody listens to, and the reports that they may draw. */
import { Unmet } from '../../harness/outcome.ts';
import { compareFields } from '../ipv4/difference.ts';
import { isReportAbout, type Seen } from '../ipv4/seen.ts';
import type { Wire } from '../ipv4/wire.ts';
import { dynamicPort, type UdpProbe, udpProbe } from './datagram.ts';

const UNREACHABLE = 3;
const PORT_UNREACHABLE = 3;

export class ClosedPortTalk {
  readonly #wire: Wire;
  #sent: UdpProbe | undefined;
  #report: Seen | undefined;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  async send(octets: number, checksum?: number): Promise<void> {
    const { tester: source, iut: destination } = (await this.#wire.link()).addresses;
    const { random } = this.#wire.scene;
    const fields = { destinationPort: dynamicPort(random), ...(checksum === undefined ? {} : { checksum }) };
    this.#sent = udpProbe({ source, destination }, random.octets(octets), fields, random);
    await this.#wire.send(this.#sent.octets);
  }

  /** A destination unreachable about it, with whatever code. @throws Unmet */
  async expectReport(): Promise<void> {
    const isReport = isReportAbout(this.sent);
    this.#report = await this.#wire.expect(
      (seen) => isReport(seen) && seen.icmp?.type === UNREACHABLE,
      'destination unreachable',
      (seen) => (isReport(seen) ? compareFields([['type', UNREACHABLE]], { ...seen.icmp }, seen) : undefined),
    );
  }

  /** @throws Unmet */
  assertCode(): void {
    const mismatch = compareFields([['code', PORT_UNREACHABLE]], { ...this.report.icmp }, this.report);
    if (mismatch !== undefined) throw new Unmet(mismatch);
  }

  get sent(): UdpProbe {
    if (this.#sent === undefined) throw new TypeError('no datagram was sent to a closed port');
    return this.#sent;
  }

  get report(): Seen {
    if (this.#report === undefined) throw new TypeError('no report was waited for');
    return this.#report;
  }
}

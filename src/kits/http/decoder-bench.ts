/**
 * A decoder of HTTP messages under test: the fixture that it was given last, and what it made of it. Only acceptance and
 * the value are judged, never its name for a fault.
 */
import { fromHex } from '../../contract/hex.ts';
import { point } from '../../harness/interval.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import type { DecodeAnswer } from '../../harness/surface.ts';
import type { SuiteFixture } from '../../spec/suite.ts';

interface Given {
  readonly fixture: SuiteFixture;
  readonly answer: DecodeAnswer;
}

export class DecoderBench {
  readonly #scene: Scene;
  #given: Given | undefined;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** @param layer `request` or `response` */
  async decode(layer: string, name: string): Promise<void> {
    const fixture = this.#scene.fixture(`http/${layer}`, name);
    const codec = await this.#scene.surface('codec');
    const octets = fromHex(fixture.octets.replaceAll(' ', ''));
    this.#scene.evidence.sent(fixture.layer, octets, point(0));
    this.#given = { fixture, answer: await codec.decode(fixture.layer, octets) };
  }

  /** The twin. @throws Inconclusive when it is refused, or not read as it is */
  async acceptTwin(layer: string, name: string): Promise<void> {
    await this.decode(layer, name);
    const { answer } = this.#answered;
    if (!answer.ok) throw new Inconclusive('twin', 'a message without the fault is refused too');
    if (this.#difference() !== undefined)
      throw new Inconclusive('twin', 'a message without the fault is not read as it is');
  }

  /** @throws Unmet */
  assertRefused(): void {
    const { answer } = this.#answered;
    if (answer.ok) throw new Unmet({ expected: ['refused'], actual: `accepted as ${brief(answer.value)}` });
  }

  /** @throws Unmet */
  assertReads(): void {
    const { answer, fixture } = this.#answered;
    const expected = [brief(fixture.value)];
    if (!answer.ok) throw new Unmet({ expected, actual: 'refused' });
    const field = this.#difference();
    if (field === undefined) return;
    const [wanted, actual] = [brief(fixture.value?.[field]), brief(answer.value[field])];
    throw new Unmet({ expected, actual: `${field} ${actual}`, difference: { field, expected: wanted, actual } });
  }

  /** Two outcomes are legal: to refuse the message, or to read it as the fixture has it. @throws Unmet */
  assertRefusedOrReads(clause: string): void {
    const { answer } = this.#answered;
    if (answer.ok) this.assertReads();
    this.#scene.took({ outcome: answer.ok ? 'read' : 'refused', clause });
  }

  /** For a MAY. */
  note(clause: string): void {
    const { answer } = this.#answered;
    const outcome = answer.ok ? (this.#difference() === undefined ? 'read' : 'read otherwise') : 'refused';
    this.#scene.took({ outcome, clause, level: 'MAY' });
  }

  /** The first member of the value that is not the fixture's. */
  #difference(): string | undefined {
    const { answer, fixture } = this.#answered;
    if (!answer.ok || fixture.value === undefined) return undefined;
    const { value } = answer;
    return Object.keys(fixture.value).find(
      (name) => meaning(name, fixture.value?.[name]) !== meaning(name, value[name]),
    );
  }

  get #answered(): Given {
    if (this.#given === undefined) throw new Inconclusive('precondition', 'the decoder was given nothing');
    return this.#given;
  }
}

/** Members of fields in one order, whichever the decoder's is. */
function brief(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

const FRAMING = /^(?:content-length|transfer-encoding)$/;

/**
 * What two readings have to have in common. Names of fields are the same in any case (RFC 9110 section 5.1), and a fold is
 * one blank or more (RFC 9112 section 5.2). Who has decoded content may take out of the fields what framed it, or write its
 * length there (RFC 9112 sections 6.3 and 7.1.3); what it went by shows in the framing and in the content.
 */
function meaning(member: string, value: unknown): string {
  if (member !== 'fields' || !Array.isArray(value)) return brief(value);
  const fields = (value as readonly Partial<Record<'name' | 'value', unknown>>[]).map((field) => ({
    name: String(field?.name).toLowerCase(),
    value: String(field?.value).replace(/[ \t]+/g, ' '),
  }));
  return brief(fields.filter(({ name }) => !FRAMING.test(name)));
}

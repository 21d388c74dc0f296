/** `assay decode`: octets of one layer, field by field, and every fault with its rule. */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { AssayError } from '../contract/assay-error.ts';
import { fromHex } from '../contract/hex.ts';
import { codecs } from '../generated/codecs.ts';
import type { Codec, Context, Fault, Observed } from '../wire/codec.ts';
import { contextOf } from '../wire/context.ts';
import { inWords } from '../wire/fields.ts';
import { colours } from './colours.ts';

interface Flags {
  readonly json?: boolean;
  readonly source?: string;
  readonly destination?: string;
}

export function command(): Command {
  return new Command('decode')
    .description('octets explained, field by field')
    .argument('<layer>', `what the octets are: ${Object.keys(codecs).join(', ')}`)
    .argument('<hex>', 'hex digits, blanks allowed; - for standard input')
    .option('--source <address>', 'source of the datagram around them, for a checksum that takes it in')
    .option('--destination <address>', 'its destination')
    .option('--json', 'value and faults as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  assay decode ipv4/header "4500 001c 0001 0000 4001 ecb7 c612 0001 c612 0203"\n\nExit status: 0 well-formed, 1 with a fault, 2 not hex.',
    )
    .action((layer: string, hex: string, flags: Flags) => {
      const codec = (codecs as Readonly<Record<string, Codec>>)[layer];
      if (codec === undefined) {
        throw new AssayError('ERR_USAGE', `decode ${layer}: no such layer; there are ${Object.keys(codecs).join(' ')}`);
      }
      const octets = octetsOf(hex === '-' ? readFileSync(0, 'utf8') : hex);
      const observed = codec.observe(octets, around(flags));
      process.stdout.write(flags.json ? `${JSON.stringify(observed, null, 2)}\n` : explain(codec, observed, octets));
      process.exitCode = observed.faults.length > 0 ? 1 : 0;
    });
}

/** @throws AssayError ERR_USAGE for one address alone, or what is none */
function around({ source, destination }: Flags): Context {
  if (source === undefined && destination === undefined) return {};
  if (source === undefined || destination === undefined) {
    throw new AssayError('ERR_USAGE', 'decode: a checksum takes in --source and --destination, both or neither');
  }
  try {
    return contextOf({ source, destination });
  } catch (thrown) {
    throw new AssayError('ERR_USAGE', `decode: --${(thrown as Error).message}`);
  }
}

/** @throws AssayError ERR_INPUT that says which digit is at fault. */
export function octetsOf(text: string): Uint8Array {
  const digits = text.replace(/^0x/, '').replace(/\s+/g, '').toLowerCase();
  const stray = digits.search(/[^0-9a-f]/);
  if (stray >= 0) throw new AssayError('ERR_INPUT', `digit ${stray + 1}, "${digits[stray]}", is no hex digit`);
  if (digits.length % 2 === 1) {
    throw new AssayError(
      'ERR_INPUT',
      `${digits.length} hex digits: digit ${digits.length}, "${digits.at(-1)}", has no partner; an octet takes two`,
    );
  }
  return fromHex(digits);
}

function explain(codec: Codec, observed: Observed<Record<string, unknown>>, octets: Uint8Array): string {
  const paint = colours();
  const faulty = new Set(observed.faults.map(({ field }) => field));
  const rows = codec.fields.flatMap((field) => {
    const range = observed.where[field.name];
    const value = observed.value[field.name];
    if (range === undefined || value === undefined) return [];
    const bits =
      range.bits === 0 ? '-' : range.bits === 1 ? `${range.bit}` : `${range.bit}-${range.bit + range.bits - 1}`;
    return [{ bits, label: field.label, value: inWords(field, observed.value), bad: faulty.has(field.name) }];
  });
  const widths = {
    bits: Math.max(4, ...rows.map(({ bits }) => bits.length)),
    label: Math.max(...rows.map(({ label }) => label.length), 5),
  };
  const lines = [
    `${codec.title}: ${observed.length} of ${octets.length} octets`,
    '',
    paint.dim(`${'bits'.padEnd(widths.bits)}  ${'field'.padEnd(widths.label)}  value`),
    ...rows.map(({ bits, label, value, bad }) => {
      const line = `${bits.padEnd(widths.bits)}  ${label.padEnd(widths.label)}  ${value}`;
      return bad ? paint.red(`${line}  <- at fault`) : line;
    }),
    ...faultLines('Faults', observed.faults),
    ...faultLines('A sender should not have sent', observed.lapses),
  ];
  return `${lines.join('\n')}\n`;
}

function faultLines(title: string, faults: readonly Fault[]): string[] {
  if (faults.length === 0) return [];
  return [
    '',
    `${title}:`,
    ...faults.map(
      (fault) =>
        `  ${fault.field} (bit ${fault.bit}): expected ${fault.expected}, got ${fault.actual}${fault.rule ? `  [${fault.rule}]` : ''}`,
    ),
  ];
}

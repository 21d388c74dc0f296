import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { IutFault } from '../../../../src/harness/outcome.ts';
import {
  readDeclaration,
  readDecoded,
  readEncoded,
  readResponse,
  readStep,
} from '../../../../src/harness/targets/answers.ts';

const INTRODUCED = { contract: 1, name: 'ours', capabilities: ['ipv4.decode'] };
const READERS = {
  InitializeResult: readDeclaration,
  DecodeResult: readDecoded,
  EncodeResult: readEncoded,
  HttpRespondResult: readResponse,
  HostStepResult: (answer: unknown) => readStep(answer, 2),
};
type Form = keyof typeof READERS;

/** The contract's own schema, as a second opinion. */
const ajv = new Ajv2020({ strict: false });
for (const name of ['rules', 'pics', 'adapter']) {
  ajv.addSchema(
    JSON.parse(readFileSync(new URL(`../../../../spec/meta/${name}.schema.json`, import.meta.url), 'utf8')),
  );
}
function schemaOf(form: Form): ValidateFunction {
  return ajv.getSchema(`urn:assay:meta:adapter#/$defs/${form}`)!;
}

const BROKEN: readonly [Form, unknown, string][] = [
  ['InitializeResult', null, 'initialize: the result should be an object, but is null'],
  ['InitializeResult', [], 'initialize: the result should be an object, but is []'],
  [
    'InitializeResult',
    { ...INTRODUCED, contract: 2 },
    'contract should be 1, the version that is spoken here, but is 2',
  ],
  [
    'InitializeResult',
    { name: 'a', capabilities: [] },
    'contract should be 1, the version that is spoken here, but is missing',
  ],
  ['InitializeResult', { ...INTRODUCED, name: '' }, 'name should be a name, but is ""'],
  ['InitializeResult', { ...INTRODUCED, name: 7 }, 'name should be a string, but is 7'],
  ['InitializeResult', { ...INTRODUCED, version: 1.2 }, 'version should be a string, but is 1.2'],
  ['InitializeResult', { ...INTRODUCED, language: null }, 'language should be a string, but is null'],
  ['InitializeResult', { ...INTRODUCED, clock: 'wall' }, 'clock should be "virtual" or "real", but is "wall"'],
  [
    'InitializeResult',
    { ...INTRODUCED, capabilities: 'ipv4.decode' },
    'capabilities should be a list, but is "ipv4.decode"',
  ],
  [
    'InitializeResult',
    { ...INTRODUCED, capabilities: ['a.b', 'IPv4'] },
    'capabilities[1] should be a name like "ipv4.decode", but is "IPv4"',
  ],
  ['InitializeResult', { ...INTRODUCED, calls: [1] }, 'calls[0] should be a string, but is 1'],
  [
    'InitializeResult',
    { ...INTRODUCED, parameters: { 'http.resource': null } },
    'parameters.http.resource should be a string, number or boolean, but is null',
  ],
  ['DecodeResult', 'no', 'codec/decode: the result should be an object, but is "no"'],
  ['DecodeResult', { value: {} }, 'ok should be true or false, but is missing'],
  ['DecodeResult', { ok: 1, value: {} }, 'ok should be true or false, but is 1'],
  ['DecodeResult', { ok: true }, 'value should be an object, but is missing'],
  ['DecodeResult', { ok: true, value: [] }, 'value should be an object, but is []'],
  ['EncodeResult', {}, 'codec/encode: octets should be a string, but is missing'],
  ['EncodeResult', { octets: '4' }, 'octets should be lowercase hex, but has an odd number of digits, 1'],
  ['EncodeResult', { octets: '45 00' }, 'octets should be lowercase hex, but has " " as digit 3'],
  ['EncodeResult', { octets: 'aB' }, 'octets should be lowercase hex, but has "B" as digit 2'],
  ['HttpRespondResult', { octets: null }, 'http/respond: octets should be a string, but is null'],
  ['HttpRespondResult', { octets: '', closed: 0 }, 'closed should be true or false, but is 0'],
  ['HostStepResult', {}, 'host/step: outputs should be a list, but is missing'],
  ['HostStepResult', { outputs: [null] }, 'outputs[0] should be an object, but is null'],
  [
    'HostStepResult',
    { outputs: [{}] },
    'outputs[0] should be a datagram, the result of a call, or an event, but is {}',
  ],
  [
    'HostStepResult',
    { outputs: [{ ref: 1 }] },
    'outputs[0] should be a datagram, the result of a call, or an event, but is {"ref":1}',
  ],
  ['HostStepResult', { outputs: [{ ref: 1, result: null }] }, 'outputs[0].result should be an object, but is null'],
  [
    'HostStepResult',
    { outputs: [{ ref: 1, result: {} }] },
    'outputs[0].result.ok should be true or false, but is missing',
  ],
  [
    'HostStepResult',
    {
      outputs: [
        { datagram: '', interface: 0 },
        { datagram: '4x', interface: 0 },
      ],
    },
    'outputs[1].datagram should be lowercase hex, but has "x" as digit 2',
  ],
  [
    'HostStepResult',
    { outputs: [{ datagram: '45' }] },
    'outputs[0].interface should be an interface of the host, 0 to 1, but is missing',
  ],
  ['HostStepResult', { outputs: [], wakeAt: -1 }, 'wakeAt should be microseconds, a whole number, or null, but is -1'],
  [
    'HostStepResult',
    { outputs: [], wakeAt: 1.5 },
    'wakeAt should be microseconds, a whole number, or null, but is 1.5',
  ],
];

const SOUND: readonly [Form, unknown, unknown][] = [
  ['InitializeResult', INTRODUCED, { name: 'ours', capabilities: ['ipv4.decode'], clock: 'virtual', parameters: {} }],
  [
    'InitializeResult',
    {
      ...INTRODUCED,
      version: '1',
      language: 'C',
      calls: ['open'],
      clock: 'real',
      parameters: { 'http.resource': '/' },
      more: 1,
    },
    {
      name: 'ours',
      capabilities: ['ipv4.decode'],
      version: '1',
      language: 'C',
      clock: 'real',
      parameters: { 'http.resource': '/' },
    },
  ],
  ['DecodeResult', { ok: true, value: { ihl: 5 } }, { ok: true, value: { ihl: 5 } }],
  ['DecodeResult', { ok: false }, { ok: false }],
  ['DecodeResult', { ok: false, fault: 'too short' }, { ok: false, fault: 'too short' }],
  ['EncodeResult', { octets: '4500ff' }, Uint8Array.of(0x45, 0, 0xff)],
  ['EncodeResult', { octets: '' }, new Uint8Array()],
  ['HttpRespondResult', { octets: '48' }, { octets: Uint8Array.of(0x48), closed: true }],
  ['HttpRespondResult', { octets: '48', closed: false }, { octets: Uint8Array.of(0x48), closed: false }],
  ['HostStepResult', { outputs: [] }, { datagrams: [], results: [], events: [], wakeAt: undefined }],
  ['HostStepResult', { outputs: [], wakeAt: null }, { datagrams: [], results: [], events: [], wakeAt: undefined }],
  [
    'HostStepResult',
    {
      outputs: [
        { event: 'urgent', socket: 3 },
        { datagram: '45', interface: 1 },
        { ref: 1, result: { ok: true, data: '00' } },
      ],
      wakeAt: 30_000_000,
    },
    {
      datagrams: [{ datagram: Uint8Array.of(0x45), interface: 1 }],
      results: [{ ref: 1, result: { ok: true, data: '00' } }],
      events: [{ event: 'urgent', socket: 3 }],
      wakeAt: 30_000_000,
    },
  ],
];

describe('an answer that breaks the contract names the member', () => {
  test.each(BROKEN)('%s %j', (form, answer, text) => {
    expect(schemaOf(form)(answer)).toBe(false);
    expect(() => READERS[form](answer)).toThrow(IutFault);
    expect(() => READERS[form](answer)).toThrow(text);
  });

  test('an interface that the host does not have', () => {
    const answer = { outputs: [{ datagram: '45', interface: 2 }] };
    expect(() => readStep(answer, 2)).toThrow(
      'outputs[0].interface should be an interface of the host, 0 to 1, but is 2',
    );
  });
});

describe('an answer that keeps it', () => {
  test.each(SOUND)('%s %j', (form, answer, read) => {
    expect(schemaOf(form)(answer)).toBe(true);
    expect(READERS[form](answer)).toEqual(read);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Method } from '../../../src/contract/port.ts';
import { projectPath } from '../../../src/loader/project.ts';
import { controls } from '../../../src/proof/controls.ts';

const ajv = new Ajv2020({ strict: false, formats: { uri: true, 'date-time': true, date: true } });
for (const name of readdirSync(projectPath('spec', 'meta'))) {
  ajv.addSchema(JSON.parse(readFileSync(projectPath('spec', 'meta', name), 'utf8')) as object);
}

const INTERFACES = [{ address: '198.18.0.1', prefix: 16, mtu: 1500 }];
const REQUESTS: readonly (readonly [Method, object, result: string | undefined])[] = [
  ['initialize', { contract: 1, suite: '0.0.0' }, 'InitializeResult'],
  ['codec/decode', { layer: 'ipv4/header', octets: '45' }, 'DecodeResult'],
  ['codec/encode', { layer: 'ipv4/header', value: {} }, 'EncodeResult'],
  ['host/open', { id: 1, seed: 1, role: 'host', interfaces: INTERFACES, routes: [] }, undefined],
  ['host/step', { id: 1, now: 0, inputs: [{ datagram: '4500', interface: 0 }] }, 'HostStepResult'],
  ['http/respond', { octets: '474554' }, 'HttpRespondResult'],
  ['host/close', { id: 1 }, undefined],
  ['shutdown', {}, undefined],
];

describe.each(controls)('the control $id', ({ id, open }) => {
  const port = open(['ipv4.decode', 'http.origin']);

  test.each(REQUESTS)('answers %s in the form of the contract', async (method, params, result) => {
    const answer = await port.request(method, params);
    if (result === undefined) expect(answer).toEqual({});
    else expect(ajv.validate(`urn:assay:meta:adapter#/$defs/${result}`, answer), ajv.errorsText()).toBe(true);
  });

  test('declares what it is told, so that everything is put to it', async () => {
    const declared = await port.request('initialize', { contract: 1, suite: '0.0.0' });
    expect(declared).toMatchObject({ name: id, capabilities: ['ipv4.decode', 'http.origin'] });
  });
});

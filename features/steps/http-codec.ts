/** Decoders of HTTP messages. */
import { defineSteps, type StepDefinition } from '../../src/harness/kit.ts';
import { type HttpPeer, httpKit } from '../../src/kits/http/index.ts';

const CLAUSE = 'RFC 9110 section 2.4';

export const httpCodecSteps: readonly StepDefinition[] = defineSteps<HttpPeer>(httpKit, {
  given: {
    'the message decoder reads the {word} {string} as it is': ({ decoder }, layer: string, name: string) =>
      decoder.acceptTwin(layer, name),
  },
  when: {
    'the message decoder is given the {word} {string}': ({ decoder }, layer: string, name: string) =>
      decoder.decode(layer, name),
  },
  then: {
    'the message decoder refuses it': ({ decoder }) => decoder.assertRefused(),
    'the message decoder reads it as it is': ({ decoder }) => decoder.assertReads(),
    'the message decoder refuses it, or reads it as it is': ({ decoder }) => decoder.assertRefusedOrReads(CLAUSE),
    'it is noted what the message decoder makes of it': ({ decoder }) => decoder.note(CLAUSE),
  },
});

// Written by `npm run generate` from spec: change that, not this.

import { validate as validate0 } from './validators/http/request.ts';
import { validate as validate1 } from './validators/http/response.ts';
import { validate as validate2 } from './validators/ipv4/header.ts';
import { validate as validate3 } from './validators/ipv4/icmp.ts';
import { validate as validate4 } from './validators/meta/adapter.ts';
import { validate as validate5 } from './validators/meta/fixture.ts';
import { validate as validate6 } from './validators/meta/grade-record.ts';
import { validate as validate7 } from './validators/meta/grammar.ts';
import { validate as validate8 } from './validators/meta/http-cases.ts';
import { validate as validate9 } from './validators/meta/machine.ts';
import { validate as validate10 } from './validators/meta/matrix.ts';
import { validate as validate11 } from './validators/meta/mutants.ts';
import { validate as validate12 } from './validators/meta/parameters.ts';
import { validate as validate13 } from './validators/meta/pics.ts';
import { validate as validate14 } from './validators/meta/profile.ts';
import { validate as validate15 } from './validators/meta/proof.ts';
import { validate as validate16 } from './validators/meta/registry.ts';
import { validate as validate17 } from './validators/meta/report.ts';
import { validate as validate18 } from './validators/meta/rubric.ts';
import { validate as validate19 } from './validators/meta/rules.ts';
import { validate as validate20 } from './validators/meta/x-wire.ts';
import { validate as validate21 } from './validators/relay/content.ts';
import { validate as validate22 } from './validators/relay/frame.ts';
import { validate as validate23 } from './validators/tcp/segment.ts';
import { validate as validate24 } from './validators/turn/channel-data.ts';
import { validate as validate25 } from './validators/turn/message.ts';
import { validate as validate26 } from './validators/udp/datagram.ts';

/** The validator of every schema, by its place under spec. Code that needs one and starts fast imports that alone. */
export const validators = {
  'http/request': validate0,
  'http/response': validate1,
  'ipv4/header': validate2,
  'ipv4/icmp': validate3,
  'meta/adapter': validate4,
  'meta/fixture': validate5,
  'meta/grade-record': validate6,
  'meta/grammar': validate7,
  'meta/http-cases': validate8,
  'meta/machine': validate9,
  'meta/matrix': validate10,
  'meta/mutants': validate11,
  'meta/parameters': validate12,
  'meta/pics': validate13,
  'meta/profile': validate14,
  'meta/proof': validate15,
  'meta/registry': validate16,
  'meta/report': validate17,
  'meta/rubric': validate18,
  'meta/rules': validate19,
  'meta/x-wire': validate20,
  'relay/content': validate21,
  'relay/frame': validate22,
  'tcp/segment': validate23,
  'turn/channel-data': validate24,
  'turn/message': validate25,
  'udp/datagram': validate26,
} as const;

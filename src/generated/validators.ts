// Written by `npm run generate` from spec: change that, not this.

import { validate as validate0 } from './validators/http/request.ts';
import { validate as validate1 } from './validators/http/response.ts';
import { validate as validate2 } from './validators/ipv4/header.ts';
import { validate as validate3 } from './validators/ipv4/icmp.ts';
import { validate as validate4 } from './validators/meta/adapter.ts';
import { validate as validate5 } from './validators/meta/fixture.ts';
import { validate as validate6 } from './validators/meta/grade-record.ts';
import { validate as validate7 } from './validators/meta/http-cases.ts';
import { validate as validate8 } from './validators/meta/machine.ts';
import { validate as validate9 } from './validators/meta/matrix.ts';
import { validate as validate10 } from './validators/meta/mutants.ts';
import { validate as validate11 } from './validators/meta/parameters.ts';
import { validate as validate12 } from './validators/meta/pics.ts';
import { validate as validate13 } from './validators/meta/profile.ts';
import { validate as validate14 } from './validators/meta/proof.ts';
import { validate as validate15 } from './validators/meta/report.ts';
import { validate as validate16 } from './validators/meta/rubric.ts';
import { validate as validate17 } from './validators/meta/rules.ts';
import { validate as validate18 } from './validators/meta/x-wire.ts';
import { validate as validate19 } from './validators/relay/content.ts';
import { validate as validate20 } from './validators/relay/frame.ts';
import { validate as validate21 } from './validators/tcp/segment.ts';
import { validate as validate22 } from './validators/turn/channel-data.ts';
import { validate as validate23 } from './validators/turn/message.ts';
import { validate as validate24 } from './validators/udp/datagram.ts';

/** The validator of every schema, by its place under spec. Code that needs one and starts fast imports that alone. */
export const validators = {
  'http/request': validate0,
  'http/response': validate1,
  'ipv4/header': validate2,
  'ipv4/icmp': validate3,
  'meta/adapter': validate4,
  'meta/fixture': validate5,
  'meta/grade-record': validate6,
  'meta/http-cases': validate7,
  'meta/machine': validate8,
  'meta/matrix': validate9,
  'meta/mutants': validate10,
  'meta/parameters': validate11,
  'meta/pics': validate12,
  'meta/profile': validate13,
  'meta/proof': validate14,
  'meta/report': validate15,
  'meta/rubric': validate16,
  'meta/rules': validate17,
  'meta/x-wire': validate18,
  'relay/content': validate19,
  'relay/frame': validate20,
  'tcp/segment': validate21,
  'turn/channel-data': validate22,
  'turn/message': validate23,
  'udp/datagram': validate24,
} as const;

// Written by `npm run generate` from spec: change that, not this.

import { validate as validate0 } from './validators/http/response.ts';
import { validate as validate1 } from './validators/ipv4/header.ts';
import { validate as validate2 } from './validators/ipv4/icmp.ts';
import { validate as validate3 } from './validators/meta/adapter.ts';
import { validate as validate4 } from './validators/meta/fixture.ts';
import { validate as validate5 } from './validators/meta/grade-record.ts';
import { validate as validate6 } from './validators/meta/machine.ts';
import { validate as validate7 } from './validators/meta/matrix.ts';
import { validate as validate8 } from './validators/meta/mutants.ts';
import { validate as validate9 } from './validators/meta/pics.ts';
import { validate as validate10 } from './validators/meta/profile.ts';
import { validate as validate11 } from './validators/meta/proof.ts';
import { validate as validate12 } from './validators/meta/report.ts';
import { validate as validate13 } from './validators/meta/rubric.ts';
import { validate as validate14 } from './validators/meta/rules.ts';
import { validate as validate15 } from './validators/meta/x-wire.ts';
import { validate as validate16 } from './validators/tcp/segment.ts';
import { validate as validate17 } from './validators/udp/datagram.ts';

/** The validator of every schema, by its place under spec. Code that needs one and starts fast imports that alone. */
export const validators = {
  'http/response': validate0,
  'ipv4/header': validate1,
  'ipv4/icmp': validate2,
  'meta/adapter': validate3,
  'meta/fixture': validate4,
  'meta/grade-record': validate5,
  'meta/machine': validate6,
  'meta/matrix': validate7,
  'meta/mutants': validate8,
  'meta/pics': validate9,
  'meta/profile': validate10,
  'meta/proof': validate11,
  'meta/report': validate12,
  'meta/rubric': validate13,
  'meta/rules': validate14,
  'meta/x-wire': validate15,
  'tcp/segment': validate16,
  'udp/datagram': validate17,
} as const;

// Written by `npm run generate` from spec: change that, not this.

import { validate as validate0 } from './validators/http/request.ts';
import { validate as validate1 } from './validators/http/response.ts';
import { validate as validate2 } from './validators/ipv4/header.ts';
import { validate as validate3 } from './validators/ipv4/icmp.ts';
import { validate as validate4 } from './validators/meta/adapter.ts';
import { validate as validate5 } from './validators/meta/fixture.ts';
import { validate as validate6 } from './validators/meta/machine.ts';
import { validate as validate7 } from './validators/meta/matrix.ts';
import { validate as validate8 } from './validators/meta/mutants.ts';
import { validate as validate9 } from './validators/meta/parameters.ts';
import { validate as validate10 } from './validators/meta/pics.ts';
import { validate as validate11 } from './validators/meta/profile.ts';
import { validate as validate12 } from './validators/meta/proof.ts';
import { validate as validate13 } from './validators/meta/report.ts';
import { validate as validate14 } from './validators/meta/rules.ts';
import { validate as validate15 } from './validators/meta/x-wire.ts';
import { validate as validate16 } from './validators/relay/content.ts';
import { validate as validate17 } from './validators/relay/frame.ts';
import { validate as validate18 } from './validators/tcp/segment.ts';
import { validate as validate19 } from './validators/turn/channel-data.ts';
import { validate as validate20 } from './validators/turn/message.ts';
import { validate as validate21 } from './validators/udp/datagram.ts';

/** The validator of every schema, by its place under spec. Code that needs one and starts fast imports that alone. */
export const validators = {
  'http/request': validate0,
  'http/response': validate1,
  'ipv4/header': validate2,
  'ipv4/icmp': validate3,
  'meta/adapter': validate4,
  'meta/fixture': validate5,
  'meta/machine': validate6,
  'meta/matrix': validate7,
  'meta/mutants': validate8,
  'meta/parameters': validate9,
  'meta/pics': validate10,
  'meta/profile': validate11,
  'meta/proof': validate12,
  'meta/report': validate13,
  'meta/rules': validate14,
  'meta/x-wire': validate15,
  'relay/content': validate16,
  'relay/frame': validate17,
  'tcp/segment': validate18,
  'turn/channel-data': validate19,
  'turn/message': validate20,
  'udp/datagram': validate21,
} as const;

/** What a server may do is not held against it; what looks much the same and is wrong still is. */
import { describe, expect, test } from 'vitest';
import { plan } from '../../../../src/harness/select.ts';
import { portTarget } from '../../../../src/harness/targets/port-target.ts';
import { ATTRIBUTES } from '../../../../src/kits/turn/attribute-types.ts';
import { greet } from '../../../../src/kits/turn/greet.ts';
import { find } from '../../../../src/kits/turn/read-message.ts';
import { virtualServer } from '../../../../src/kits/turn/virtual-server.ts';
import { referencePort } from '../../../../src/serve/reference-port.ts';
import { fakeTarget } from '../../harness/fake.ts';
import {
  type Asked,
  refusal,
  rewritten,
  success,
  type Tampering,
  tamperedSockets,
  text,
  turnSuite,
  verdictOf,
} from './judge.ts';

/** So many signed Allocate requests are for the server; those after them are answered `code`. */
function allocatesAfter(most: number, code: number): Tampering {
  let seen = 0;
  return {
    instead: (asked) => {
      if (asked.method !== 'Allocate' || !asked.isSigned) return undefined;
      seen += 1;
      return seen > most ? refusal(asked, code) : undefined;
    },
  };
}

/** A request of that method, signed; `nth` of them, from 0 on. */
function answering(method: string, code: number, nth = 0, isSigned = true): Tampering {
  let seen = 0;
  return {
    instead: (asked) => {
      if (asked.method !== method || asked.isSigned !== isSigned) return undefined;
      seen += 1;
      return seen > nth ? refusal(asked, code) : undefined;
    },
  };
}

describe('RFC 8656 section 7.2: checks 10 and 11, at any point', () => {
  test.each([
    ['turn-allocate-006', 486],
    ['turn-allocate-007', 486],
    ['turn-allocate-007', 300],
    ['turn-allocate-009', 486],
    ['turn-allocate-010/empty', 300],
    ['turn-allocate-011/icmp', 486],
    ['turn-allocate-012', 486],
    ['turn-allocate-016', 486],
    ['turn-allocate-017', 486],
    ['turn-allocate-019/even-port', 486],
    ['turn-families-001', 486],
    ['turn-families-002', 486],
    ['turn-families-003', 486],
    ['turn-families-005', 300],
    ['turn-lifetimes-011', 486],
    ['turn-auth-010/username', 486],
  ])("%s: %i to the second Allocate request is nobody's fault", async (id, code) => {
    expect(await verdictOf(id, allocatesAfter(1, code))).toBe('inconclusive: precondition');
  });

  test.each([
    ['turn-allocate-006', 441],
    ['turn-allocate-007', 437],
    ['turn-allocate-009', 442],
    ['turn-allocate-011/icmp', 400],
    ['turn-allocate-012', 400],
    ['turn-families-001', 442],
    ['turn-families-005', 440],
  ])('%s: %i is', async (id, code) => {
    expect(await verdictOf(id, allocatesAfter(1, code))).toBe('fail');
  });

  test('508 says that there is no room, but not of a port that was kept, and not where 400 comes first', async () => {
    expect(await verdictOf('turn-allocate-007', allocatesAfter(1, 508))).toBe('inconclusive: precondition');
    expect(await verdictOf('turn-allocate-012', allocatesAfter(1, 508))).toBe('inconclusive: precondition');
    expect(await verdictOf('turn-families-005', allocatesAfter(1, 508))).toBe('inconclusive: precondition');
    expect(await verdictOf('turn-allocate-016', allocatesAfter(1, 508))).toBe('fail');
    expect(await verdictOf('turn-allocate-009', allocatesAfter(1, 508))).toBe('fail');
  });

  test('a quota is still judged where it is the matter', async () => {
    expect(await verdictOf('turn-allocate-026')).toBe('pass');
    expect(await verdictOf('turn-allocate-026', allocatesAfter(4, 486))).toBe('fail');
    expect(await verdictOf('turn-allocate-027', allocatesAfter(3, 508))).toBe('fail');
  });

  test('what is sent again is no further allocation', async () => {
    expect(await verdictOf('turn-allocate-025')).toBe('pass');
    expect(await verdictOf('turn-allocate-025', allocatesAfter(1, 486))).toBe('fail');
  });

  test('486 to a request that is no Allocate is no excuse', async () => {
    expect(await verdictOf('turn-refresh-003', answering('Refresh', 486))).toBe('fail');
  });
});

describe('peers that nobody may reach: RFC 8656 sections 10.2 and 12.2', () => {
  test.each(['first', 'middle', 'last'])('403 to the %s channel is no verdict on channels', async (which) => {
    expect(await verdictOf(`turn-channels-001/${which}`, answering('ChannelBind', 403))).toBe('unsupported');
  });

  test('400 is, and so is 403 where another code is due', async () => {
    expect(await verdictOf('turn-channels-001/first', answering('ChannelBind', 400))).toBe('fail');
    expect(await verdictOf('turn-families-011', answering('ChannelBind', 403, 1))).toBe('fail');
  });

  test('403 to CreatePermission, likewise; a Refresh names no peer', async () => {
    expect(await verdictOf('turn-format-009', answering('CreatePermission', 403, 1))).toBe('unsupported');
    expect(await verdictOf('turn-refresh-003', answering('Refresh', 403))).toBe('fail');
  });
});

describe('Binding', () => {
  const challenge: Tampering = {
    instead: (asked) =>
      asked.method === 'Binding' && !asked.isSigned
        ? refusal(asked, 401, [text('REALM', 'assay.example'), text('NONCE', 'n')])
        : undefined,
  };

  test('a server that asks for credentials there is not said to serve it', async () => {
    expect(await capabilitiesOf()).toContain('stun.binding');
    expect(await capabilitiesOf(challenge)).not.toContain('stun.binding');
  });

  test('where it is said to, its challenge is held against the rule about credentials alone', async () => {
    expect(await verdictOf('turn-binding-001', challenge)).toBe('fail');
    expect(await verdictOf('turn-binding-003', challenge)).toBe('inconclusive: precondition');
  });

  test('a success without an address is', async () => {
    const without: Tampering = {
      answer: (answer, { method }) =>
        method === 'Binding'
          ? rewritten(answer, (each) => (each.type === ATTRIBUTES['XOR-MAPPED-ADDRESS'] ? undefined : each))
          : answer.octets,
    };
    expect(await verdictOf('turn-binding-003', without)).toBe('fail');
  });
});

describe('padding', () => {
  const filled = (nonce: string): Tampering => ({
    answer: (answer) =>
      rewritten(answer, ({ type, value }) => {
        if (type === ATTRIBUTES.SOFTWARE) return { type, value: new TextEncoder().encode('odd'), padding: 0x20 };
        return type === ATTRIBUTES.NONCE && nonce !== '' ? text('NONCE', nonce) : { type, value };
      }),
  });

  test('zeros are asked of who has the cookie, and of nobody else', async () => {
    const old = fakeTarget({
      info: { spec: '', name: '', capabilities: ['turn.server', 'turn.authentication'], clock: 'virtual' },
    });
    const chosen = plan(turnSuite, old, {}).run.map(({ id }) => id);
    expect(chosen).not.toContain('turn-format-004/challenge');
    expect(chosen).toEqual(expect.arrayContaining(['turn-format-005', 'turn-format-018/challenge']));
    expect(await verdictOf('turn-format-004/challenge', filled(''))).toBe('fail');
    expect(await verdictOf('turn-format-018/challenge', filled('old'))).toBe('pass');
  });

  test('to fill up at all is asked of everybody', async () => {
    const unfilled: Tampering = { answer: ({ octets }) => cut(octets) };
    expect(await verdictOf('turn-format-018/challenge', unfilled)).toBe('fail');
  });
});

/** Without the last octet, the header's length telling so. */
function cut(octets: Uint8Array): Uint8Array {
  const shorter = octets.slice(0, -1);
  shorter[3]! -= 1;
  return shorter;
}

describe('peers of another family', () => {
  /** RFC 5766 knows neither families nor 443. */
  const old: Tampering = {
    instead: (asked) => {
      const named = asked.isSigned && find(asked.message, 'REQUESTED-ADDRESS-FAMILY');
      return named
        ? refusal(asked, 420, [{ type: ATTRIBUTES['UNKNOWN-ATTRIBUTES'], value: Uint8Array.of(0, 0x17) }])
        : undefined;
    },
  };

  test.each(['turn-families-010', 'turn-families-011'])('%s: a server of RFC 5766 is not asked for 443', async (id) => {
    expect(await verdictOf(id, old)).toBe('unsupported');
  });

  test('one that knows families is', async () => {
    expect(await verdictOf('turn-families-010', answering('CreatePermission', 400, 1))).toBe('fail');
    expect(await verdictOf('turn-families-011', answering('ChannelBind', 400, 1))).toBe('fail');
  });
});

test('SOFTWARE is asked of answers to Binding, Allocate and Refresh', async () => {
  const ids = turnSuite.scenarios.map(({ id }) => id);
  expect(ids).not.toContain('turn-format-012/permitted');
  const without: Tampering = {
    answer: (answer) => rewritten(answer, (each) => (each.type === ATTRIBUTES.SOFTWARE ? undefined : each)),
  };
  expect(await verdictOf('turn-format-012/binding', without)).toBe('fail');
});

describe('the time of a nonce', () => {
  const HOUR = 3600;

  /** Each Refresh that comes later than so many seconds is answered that, whatever its nonce. */
  const late = (seconds: number, code: number): Tampering => ({
    instead: (asked) => (asked.method === 'Refresh' && asked.at > seconds ? said(asked, code) : undefined),
  });
  const said = (asked: Asked, code: number): Uint8Array =>
    code === 0 ? success(asked) : refusal(asked, code, [text('REALM', 'assay.example'), text('NONCE', 'another')]);

  test('the allocation outlives it, so that there is one to refresh', async () => {
    const kept: number[] = [];
    const watched: Tampering = {
      answer: (answer, { method, at }) => {
        if (method === 'Refresh' && answer.of === 'success') kept.push(at);
        return answer.octets;
      },
    };
    expect(await verdictOf('turn-auth-008', watched)).toBe('pass');
    expect(kept.filter((at) => at < HOUR).length).toBeGreaterThan(6);
    const gaps = kept.slice(1).map((at, index) => at - kept[index]!);
    expect(Math.max(...gaps)).toBeLessThan(600);
  });

  test.each([
    ['turn-auth-008', 438, 'pass'],
    ['turn-auth-008', 401, 'pass'],
    ['turn-auth-008', 0, 'fail'],
    ['turn-auth-030', 438, 'pass'],
    ['turn-auth-030', 401, 'fail'],
    ['turn-auth-030', 0, 'inconclusive: precondition'],
  ])('%s: the first nonce answered %i at the end', async (id, code, verdict) => {
    let first: string | undefined;
    const replayed: Tampering = {
      instead: (asked) => {
        const nonce = String(find(asked.message, 'NONCE')?.value);
        if (asked.method === 'Allocate' && asked.isSigned) first = nonce;
        // What keeps the allocation has had another nonce from the hour on.
        const isReplay = asked.method === 'Refresh' && asked.at > HOUR + 1 && nonce === first;
        return isReplay ? said(asked, code) : undefined;
      },
    };
    expect(await verdictOf(id, replayed)).toBe(verdict);
  });

  test('a server that ends the allocation meanwhile is not judged by it', async () => {
    expect(await verdictOf('turn-auth-008', late(1000, 437))).toBe('inconclusive: precondition');
  });
});

describe('a nonce that was never given', () => {
  const own = (more: Parameters<typeof refusal>[2], code: number): Tampering => ({
    instead: (asked) => (asked.method === 'Refresh' ? refusal(asked, code, more) : undefined),
  });
  const told = [text('REALM', 'assay.example'), text('NONCE', 'another')];

  test('may be answered as whatever is not authenticated', async () => {
    expect(await verdictOf('turn-auth-017', own(told, 401))).toBe('pass');
    expect(await verdictOf('turn-auth-017', own(told, 438))).toBe('pass');
  });

  test('but neither with another code, nor without a nonce, nor be taken', async () => {
    expect(await verdictOf('turn-auth-017', own(told, 400))).toBe('fail');
    expect(await verdictOf('turn-auth-017', own([], 401))).toBe('fail');
    const taken: Tampering = { instead: (asked) => (asked.method === 'Refresh' ? success(asked) : undefined) };
    expect(await verdictOf('turn-auth-017', taken)).toBe('fail');
  });
});

describe('password algorithms', () => {
  const MD5_ALONE = Uint8Array.of(0, 1, 0, 0);
  const listing = (value: Uint8Array): Tampering => ({
    answer: (answer) =>
      rewritten(answer, (each) => (each.type === ATTRIBUTES['PASSWORD-ALGORITHMS'] ? { ...each, value } : each)),
  });

  test.each(['turn-sha256-001/cut', 'turn-sha256-002', 'turn-sha256-003', 'turn-sha256-004'])(
    '%s: nothing is asked of who lists MD5 alone',
    async (id) => {
      expect(await verdictOf(id, listing(MD5_ALONE))).toBe('unsupported');
    },
  );

  test.each(['list', 'choice', 'another'])('turn-sha256-001/%s is asked whatever is listed', async (which) => {
    expect(await verdictOf(`turn-sha256-001/${which}`, listing(MD5_ALONE))).toBe('pass');
    expect(await verdictOf(`turn-sha256-001/${which}`, allocatesAfter(1, 401))).toBe('fail');
  });

  test.each([
    [486, 'inconclusive: precondition'],
    [401, 'inconclusive: precondition'],
    [442, 'fail'],
  ])('an unsigned %i to who chose SHA-256', async (code, verdict) => {
    expect(await verdictOf('turn-sha256-002', allocatesAfter(0, code))).toBe(verdict);
  });

  test('parameters in the list are passed over', async () => {
    const before = Uint8Array.of(0x7f, 0, 0, 2, 0, 2, 0, 0, 0, 1, 0, 0);
    expect(await verdictOf('turn-sha256-002', listing(before))).toBe('unsupported');
    const behind = Uint8Array.of(0x7f, 0, 0, 2, 0, 0, 0, 0, 0, 2, 0, 0);
    expect(await verdictOf('turn-sha256-002', listing(behind))).not.toBe('unsupported');
  });

  test('a cut integrity may be passed over, or refused, but not taken', async () => {
    const cutOne = (asked: Asked): boolean => find(asked.message, 'MESSAGE-INTEGRITY-SHA256')?.value.length === 16;
    const answered = (what: (asked: Asked) => Uint8Array | 'nothing'): Tampering => ({
      instead: (asked) => (cutOne(asked) ? what(asked) : undefined),
    });
    expect(
      await verdictOf(
        'turn-sha256-004',
        answered(() => 'nothing'),
      ),
    ).toBe('pass');
    expect(
      await verdictOf(
        'turn-sha256-004',
        answered((asked) => refusal(asked, 420)),
      ),
    ).toBe('pass');
    expect(await verdictOf('turn-sha256-004', answered(success))).toBe('fail');
  });

  test('who lists them without the cookie is of RFC 8489, and owes it', async () => {
    const bare = (isListed: boolean): Tampering => ({
      answer: (answer) =>
        rewritten(answer, (each) => {
          if (each.type === ATTRIBUTES.NONCE) return text('NONCE', 'a nonce of old');
          return isListed || each.type !== ATTRIBUTES['PASSWORD-ALGORITHMS'] ? each : undefined;
        }),
    });
    expect(await capabilitiesOf(bare(true))).toEqual(
      expect.arrayContaining(['stun.rfc8489', 'stun.password-algorithms']),
    );
    expect(await verdictOf('turn-auth-009', bare(true))).toBe('fail');
    expect(await capabilitiesOf(bare(false))).not.toContain('stun.rfc8489');
    expect(await capabilitiesOf()).toContain('stun.rfc8489');
  });
});

describe('437 to a signed Refresh', () => {
  const unsigned: Tampering = {
    answer: (answer, { method }) =>
      method === 'Refresh' && answer.of === 'error'
        ? rewritten({ ...answer, attributes: answer.attributes.slice(0, -1) }, (each) => each)
        : answer.octets,
  };

  test('need not be signed where the allocation is looked for first', async () => {
    const early: Tampering = { instead: (asked) => (asked.method === 'Refresh' ? refusal(asked, 437) : undefined) };
    expect(await verdictOf('turn-auth-020/mismatch', early)).toBe('inconclusive: precondition');
    expect(await verdictOf('turn-auth-001/refresh', early)).toBe('pass');
  });

  test('must be where who comes without credentials is challenged', async () => {
    expect(await verdictOf('turn-auth-020/mismatch')).toBe('pass');
    expect(await verdictOf('turn-auth-020/mismatch', unsigned)).toBe('fail');
  });
});

/** What is found out of the reference, tampered with so, before anything is judged. */
async function capabilitiesOf(tampering: Tampering = {}): Promise<readonly string[]> {
  const target = await portTarget('test', referencePort(), { suite: '0', seed: 1 });
  const seat = await target.seat('greeting', 1, ['turn.server']);
  const surface = tamperedSockets(await seat.surface('sockets'), tampering);
  await surface.configure?.(virtualServer([]));
  const credentials = { username: 'alice', password: 'secret' };
  const { capabilities } = await greet({ surface, credentials, transport: 'udp', hangLimit: 1_000_000 });
  await seat.leave();
  return capabilities;
}

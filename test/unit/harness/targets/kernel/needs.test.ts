import { expect, test } from 'vitest';
import { diagnose, type Machine, type Refusal } from '../../../../../src/harness/targets/kernel/needs.ts';

const refuse =
  (code: string, message = code) =>
  (): Refusal => ({ code, message });
const allow = (): undefined => undefined;

const able: Machine = {
  platform: 'linux',
  reexecuted: false,
  systemCalls: allow,
  tunDevice: allow,
  namespace: allow,
  userNamespace: allow,
  sysctl: allow,
};
const unprivileged: Machine = { ...able, namespace: refuse('EPERM', 'unshare: EPERM') };
const only = (name: string, value: string) => (asked: string) => (asked === name ? value : undefined);

test('a machine that has everything', () => {
  expect(diagnose(able)).toEqual({ ok: true });
});

test('whoever may not make a network namespace, but a user namespace, runs again', () => {
  expect(diagnose(unprivileged)).toEqual({ reexec: ['unshare', '-Urn'] });
});

test('nothing runs again twice', () => {
  expect(diagnose({ ...unprivileged, reexecuted: true })).toMatchObject({ ok: false });
});

test.each<[string, Partial<Machine>, RegExp, RegExp]>([
  ['not Linux', { platform: 'darwin' }, /needs Linux, and this is darwin/, /Linux virtual machine/],
  ['no koffi', { systemCalls: refuse('MODULE_NOT_FOUND', 'no such module') }, /koffi .*no such module/, /npm install/],
  ['no TUN device', { tunDevice: refuse('ENOENT') }, /no \/dev\/net\/tun/, /modprobe tun/],
  ['no TUN driver', { tunDevice: refuse('ENODEV') }, /no \/dev\/net\/tun/, /modprobe tun/],
  ['a TUN device of others', { tunDevice: refuse('EACCES') }, /this user may not open/, /chmod 0666 \/dev\/net\/tun/],
  ['a container without it', { tunDevice: refuse('EPERM') }, /this container may not/, /--device \/dev\/net\/tun/],
  ['read-only sysctls', { namespace: refuse('EROFS') }, /\/proc\/sys is read-only/, /--privileged/],
  [
    'another refusal',
    { namespace: refuse('ENOSPC', 'unshare: ENOSPC') },
    /could be set up \(unshare: ENOSPC\)/,
    /root/,
  ],
  ['no unshare', { userNamespace: refuse('ENOENT') }, /the command unshare/, /util-linux/],
  [
    'an unknown reason',
    { userNamespace: refuse('status 1', 'unshare failed') },
    /refused here \(unshare failed\)/,
    /root/,
  ],
])('%s', (_, lacks, missing, fix) => {
  expect(diagnose({ ...unprivileged, ...lacks })).toEqual({
    ok: false,
    missing: expect.stringMatching(missing),
    fix: expect.stringMatching(fix),
  });
});

test.each([
  ['kernel.unprivileged_userns_clone', '0', '1'],
  ['kernel.apparmor_restrict_unprivileged_userns', '1', '0'],
  ['user.max_user_namespaces', '0', '10000'],
  ['user.max_net_namespaces', '0', '10000'],
])('%s = %s is named as what forbids it', (name, forbids, allows) => {
  const machine = { ...unprivileged, userNamespace: refuse('status 1'), sysctl: only(name, forbids) };
  expect(diagnose(machine)).toEqual({
    ok: false,
    missing: `${name} = ${forbids} forbids user namespaces to this user`,
    fix: `run as root, or: sudo sysctl ${name}=${allows}`,
  });
  expect(diagnose({ ...machine, sysctl: only(name, allows) })).not.toMatchObject({
    missing: expect.stringContaining(name),
  });
});

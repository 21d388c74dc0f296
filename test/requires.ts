/**
 * What a test needs from the machine. A missing need skips the test and prints why; under ASSAY_REQUIRE=all, as in CI,
 * it fails instead, so that a skip never hides there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'vitest';

const NEEDS = {
  tshark: () => runs('tshark', '--version'),
  nginx: () => runs('nginx', '-v'),
  /** Debian's apache2-bin. */
  apache2: () => runs('apache2', '-v'),
  lighttpd: () => runs('lighttpd', '-v'),
  caddy: () => runs('caddy', 'version'),
  haproxy: () => runs('haproxy', '-v'),
  gcc: () => runs('gcc', '--version'),
  rustc: () => runs('rustc', '--version'),
  javac: () => runs('javac', '--version'),
  /** Debian's liblwip-dev. */
  lwip: () =>
    existsSync('/usr/include/lwip/lwip/init.h') && runs('sh', '-c', 'test -e "$(gcc -print-file-name=liblwip.so)"'),
  /** Debian's golang-gvisor-gvisor-dev, and golang-go. */
  gvisor: () => existsSync('/usr/share/gocode/src/gvisor.dev/gvisor') && runs('go', 'version'),
  /** Debian's netcat-openbsd. */
  nc: () => runs('nc', '-h'),
  chromium: () => runs('chromium', '--version'),
  /** Debian's coturn; its answer to --version is no success. */
  coturn: () => existsSync('/usr/bin/turnserver'),
  curl: () => runs('curl', '--version'),
  ping: () => runs('ping', '-V'),
  iproute2: () => runs('ip', '-V'),
  /** Debian's redis-server. */
  redis: () => runs('redis-server', '--version'),
  bwrap: () => runs('bwrap', '--version'),
  /** The interpreter that a sandbox shows, not one of a home folder. */
  systemPython: () => existsSync('/usr/bin/python3'),
  python3: () => runs('python3', '--version'),
  userNamespace: () => runs('unshare', '-Urn', 'true'),
  namespace: () => runs('unshare', '-n', 'true') && runs('test', '-w', '/dev/net/tun'),
} as const;

export type Need = keyof typeof NEEDS;

function runs(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** `test`, or a skip that says which of `needs` this machine lacks. */
export function testWith(...needs: Need[]): typeof test | typeof test.skip {
  const missing = needs.filter((need) => !NEEDS[need]());
  if (missing.length === 0) return test;
  const reason = `needs ${missing.join(', ')}, which this machine does not have`;
  if (process.env.ASSAY_REQUIRE === 'all') throw new Error(`ASSAY_REQUIRE=all: ${reason}`);
  console.warn(`skipped: ${reason}`);
  return test.skip;
}

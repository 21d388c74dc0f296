/** The kernel target without root: run again inside a user namespace, or told why that is refused. */
import { expect, onTestFailed } from 'vitest';
import { testWith } from '../requires.ts';
import { startNode } from '../unit/harness/targets/kernel/node-process.ts';

const test = testWith('namespace', 'userNamespace');

/** Takes all rights of root but to its files, and to be root in a user namespace too. */
const WITHOUT_RIGHTS = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-all,+setfcap', '--inh-caps=-all'] : [];

/** Runs `source` again in a user namespace, as the command does. */
function startAgain(source: string, wrapped: readonly string[] = []) {
  const again = `
    if ('reexec' in kernel.kernelNeeds()) {
      console.log('again');
      process.exitCode = await kernel.reexecInUserNamespace(process.argv);
    } else {
      ${source}
    }
  `;
  return startNode(again, [...wrapped, ...WITHOUT_RIGHTS]);
}

test('it attaches there; what it writes and its exit status are handed on', async () => {
  const { ended } = startAgain(`
    const target = await attach();
    console.log(target.info.spec);
    console.error('to standard error');
    await target.close();
    process.exitCode = 7;
  `);
  expect(await ended).toMatchObject({ status: 7, stdout: 'again\nkernel\n', stderr: 'to standard error\n' });
});

test('attaching without running again says what to do', async () => {
  const { ended } = startNode("await attach().catch(({ code, message }) => console.log(code + '; ' + message))", [
    ...WITHOUT_RIGHTS,
  ]);
  expect((await ended).stdout).toBe(
    'ERR_TARGET_UNAVAILABLE; --target kernel: this user may not make a network namespace; ' +
      'run as root, or under unshare -Urn\n',
  );
});

test('an interruption of all that the terminal runs reaches it once', async () => {
  const interruptible = `
    const target = await attach();
    let interruptions = 0;
    process.on('SIGINT', () => {
      interruptions += 1;
      console.log('interrupted', interruptions);
      setTimeout(() => process.exit(5), 200);
    });
    console.log('ready');
    setInterval(() => undefined, 1000);
  `;
  const { child, said, ended } = startAgain(interruptible, ['setsid']);
  await said('ready');
  process.kill(-child.pid!, 'SIGINT');
  expect(await ended).toMatchObject({ status: 5, stdout: 'again\nready\ninterrupted 1\n' });
});

test('a signal that ends it becomes the exit status of a shell', async () => {
  const { ended } = startAgain(
    "process.kill(process.pid, 'SIGTERM'); await new Promise(() => setInterval(() => 0, 1000))",
  );
  expect(await ended).toMatchObject({ status: 143, signal: null });
});

test('it ends with the process that started it, even one that is killed', async () => {
  const { child, said, ended } = startAgain(`
    await attach();
    console.log('pid', process.pid);
    setInterval(() => undefined, 1000);
  `);
  const pid = Number(/pid (\d+)/.exec(await said('pid'))?.[1]);
  onTestFailed(() => void process.kill(pid, 'SIGKILL'));
  child.kill('SIGKILL');
  // Its output is open as long as it lives: this waits for ever if it does.
  expect(await ended).toMatchObject({ signal: 'SIGKILL' });
});

test('where user namespaces are forbidden it names the setting', async () => {
  const forbid = 'echo 0 > /proc/sys/user/max_user_namespaces && exec setpriv --bounding-set=-all --inh-caps=-all "$@"';
  const { ended } = startNode('console.log(JSON.stringify(kernel.kernelNeeds()))', [
    ...['unshare', '-Ur', 'sh', '-c', forbid, 'sh'],
  ]);
  const { stdout, stderr } = await ended;
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({
    ok: false,
    missing: 'user.max_user_namespaces = 0 forbids user namespaces to this user',
    fix: 'run as root, or: sudo sysctl user.max_user_namespaces=10000',
  });
});

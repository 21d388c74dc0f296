/**
 * The kernel target without root: the whole command runs again inside a user namespace, which a running process cannot
 * enter.
 */

/** The exit status of the command run again, or undefined to go on here. */
export async function runAgain(target: string): Promise<number | undefined> {
  if (target !== 'kernel') return undefined;
  const { kernelNeeds, reexecInUserNamespace } = await import('../harness/targets/kernel/index.ts');
  return 'reexec' in kernelNeeds() ? reexecInUserNamespace(process.argv) : undefined;
}

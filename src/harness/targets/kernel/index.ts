/** `--target kernel`: judges this machine's own IP stack on the wire, in a network namespace of its own. Linux only. */
export { kernelNeeds } from './needs.ts';
export { reexecInUserNamespace } from './reexec.ts';
export { kernelKind } from './target.ts';

/** What a TUN device may be called: 15 octets at most; the kernel fills in a `%d`, and nobody would know what came out. */
const NAME = /^(?!\.{1,2}$)[^\s/:%]{1,15}$/;

export const NAME_WORDS = 'a device\'s name has 1 to 15 octets, without blanks, "/", ":" and "%"';

export function isTunName(name: string): boolean {
  return NAME.test(name) && Buffer.byteLength(name) <= 15;
}

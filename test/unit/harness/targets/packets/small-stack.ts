/**
 * A stack of few lines for the packets target's tests: sends every datagram back with its addresses exchanged, and does
 * its one misdeed when the octet after the header is 0xdd.
 */

const DEEDS = {
  none: '',
  crash: 'console.error("Error: it broke"); process.exit(3)',
  'half a frame, then the end':
    'process.stdout.write(Buffer.of(0, 99, 69)); process.exitCode = 0; process.stdin.destroy()',
  'half a frame': 'process.stdout.write(Buffer.of(0, 99, 69)); return',
  text: 'process.stdout.write("no route"); return',
  flood: 'const more = () => process.stdout.write(Buffer.concat(Array(9999).fill(answer)), more); more(); return',
  'flood of words': 'const more = () => process.stderr.write("x".repeat(1e6), more); more(); return',
  deaf: 'process.stdin.pause(); process.stdin.removeAllListeners("data"); setInterval(() => {}, 1e3); return',
  'close standard output': 'require("fs").closeSync(1); return',
  'octet by octet': 'for (const octet of answer) require("fs").writeSync(1, Buffer.of(octet)); return',
  'many at once': 'process.stdout.write(Buffer.concat(Array(100).fill(answer))); return',
  child: 'require("child_process").spawn("sleep", ["60"], { stdio: "inherit", argv0: process.argv[1] })',
} as const;

export type Deed = keyof typeof DEEDS;

/** The command of such a stack, with `mark` among its arguments. */
export function smallStack(deed: Deed, mark = 'unmarked'): string {
  const program = `
    let held = Buffer.alloc(0);
    function take(datagram) {
      const answer = Buffer.concat([Buffer.of(datagram.length >> 8, datagram.length & 255), datagram]);
      datagram.copy(answer, 14, 16, 20);
      datagram.copy(answer, 18, 12, 16);
      if (datagram[20] === 0xdd) { ${DEEDS[deed]} }
      process.stdout.write(answer);
    }
    process.stdin.on("data", (chunk) => {
      held = Buffer.concat([held, chunk]);
      while (held.length > 1 && held.length >= 2 + held.readUInt16BE()) {
        const end = 2 + held.readUInt16BE();
        const datagram = held.subarray(2, end);
        held = held.subarray(end);
        take(datagram);
      }
    });`;
  return `"${process.execPath}" -e '${program}' ${mark}`;
}

/**
 * Whether a server that has closed a connection had said that it would, and all that it announced had come. If not, its
 * process may have ended, which is known a little later than that its connections are closed. Read generously: in doubt
 * somebody waits for a tenth of a second.
 */
const ANNOUNCED = /^HTTP\/1\.0 |^connection:[^\r\n]*\bclose\b/im;
const LENGTH = /^content-length:[ \t]*(\d+)/im;
const HEAD_END = '\r\n\r\n';

export function meantToClose(octets: Uint8Array): boolean {
  const text = Buffer.from(octets).toString('latin1');
  const bodyAt = text.indexOf(HEAD_END) + HEAD_END.length;
  if (bodyAt < HEAD_END.length || !ANNOUNCED.test(text)) return false;
  const [, length = '0'] = LENGTH.exec(text.slice(0, bodyAt)) ?? [];
  return octets.length - bodyAt >= Number(length);
}

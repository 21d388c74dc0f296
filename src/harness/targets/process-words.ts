/** What became of a process, in words. */

/** Why it could not be started. */
export function startFault({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such program';
  return code === 'EACCES' ? 'it may not be executed' : message;
}

/** As the event `exit` tells it. */
export function endText(status: number | null, signal: string | null): string {
  return signal === null ? `ended with exit status ${status}` : `was ended by ${signal}`;
}

export function mebi(octets: number): string {
  return `more than ${octets / 2 ** 20} MiB`;
}

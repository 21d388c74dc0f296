/** What is said of the Redis of a queue, when it has gone and when it is there. */
export function sayRedis(queue: string, isThere: boolean): void {
  const { host } = new URL(queue);
  process.stderr.write(isThere ? `the queue is at ${host}\n` : `no Redis answers at ${host}; trying again\n`);
}

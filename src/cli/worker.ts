/** `assay worker`: tries out the submissions that assay grade --queue puts into Redis, until it is told to end. */
import { Command } from 'commander';
import { integer } from './options.ts';
import { toldToEnd } from './signals.ts';

const HELP = `
The submissions must lie under the same paths as for assay grade, on a shared
file system for instance. Needs two packages beside this one: bullmq and
ioredis. SIGTERM ends it once what is under way is done; killed at once, it
loses nothing, for another worker takes over.`;

export function command(): Command {
  return new Command('worker')
    .description('try out the submissions of a queue')
    .requiredOption('--queue <url>', 'the Redis of assay grade --queue')
    .option('-j, --jobs <n>', 'submissions at once', integer(1), 1)
    .addHelpText('after', HELP)
    .action(async ({ queue, jobs }: { queue: string; jobs: number }) => {
      const { startWorker } = await import('../grade/queue/worker.ts');
      const { laneWords } = await import('./grade-lanes.ts');
      const { sayRedis } = await import('./grade-redis.ts');
      const worker = await startWorker({
        url: queue,
        jobs,
        entry: ({ assignment: { programs } }) => laneWords({ programs: [...programs] }),
        onState: (isThere) => sayRedis(queue, isThere),
      });
      await toldToEnd();
      await worker.close();
    });
}

/** Octets that one node of a population holds, logged in and with its neighbours. Needs --expose-gc. */
import { Population } from './population.ts';

const [count, warmUp] = [Number(process.argv[2]), 20];

function lived(users: number): Population {
  const population = new Population(users);
  population.run(15);
  return population;
}

function held(): number {
  for (let turn = 0; turn < 4; turn += 1) globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}

if (globalThis.gc === undefined) throw new Error('node --expose-gc');
lived(warmUp);
const before = held();
const population = lived(count);
console.log((held() - before) / population.size);

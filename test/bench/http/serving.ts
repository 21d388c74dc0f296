/** Requests that an origin answers on loopback, against node:http: each server a process of its own, asked by this one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { awaited, interleave } from '../interleave.ts';
import { compare, type Group } from '../row.ts';
import { built, inWorkshop } from '../workshop.ts';
import { Requester } from './requester.ts';

const [OURS, NODE] = ['our origin', 'node:http'];
const SERVERS = [
  [OURS, 'server-ours.ts'],
  [NODE, 'server-node.ts'],
] as const;

export const serving: Group = {
  name: 'http-serve',
  measure: (pace) =>
    inWorkshop(async (folder) => {
      const children: ChildProcess[] = [];
      const requesters: Requester[] = [];
      try {
        const contenders = [];
        for (const [name, module] of SERVERS) {
          const child = spawn(process.execPath, [built(folder, 'http', module)], {
            stdio: ['pipe', 'pipe', 'inherit'],
          });
          children.push(child);
          const [line] = await once(child.stdout!, 'data');
          const requester = await Requester.open(Number(String(line)));
          requesters.push(requester);
          contenders.push(awaited(name, (times) => requester.ask(times)));
        }
        const times = await interleave(contenders, { ...pace, batch: 10 * pace.batch });
        return [compare({ work: 'HTTP: a request on loopback', ours: OURS, peer: NODE, goal: { atLeast: 1 } }, times)];
      } finally {
        for (const requester of requesters) requester.close();
        for (const child of children) child.kill();
      }
    }),
};

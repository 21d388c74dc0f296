/** A page per state machine: the drawing, what each state and each event means, every transition with its rules. */
import type { Content, Machine } from '../content.ts';
import { linkFrom, protocolPath } from '../links.ts';
import type { Page } from '../page.ts';
import { MachinePicture, MachineTable, machinePath, stateId } from '../parts/machine.tsx';
import { Crumbs } from '../parts/marks.tsx';

export function statePages({ machines, suite }: Content): Page[] {
  const titles = new Map(suite.protocols.map(({ protocol, title }) => [protocol, title]));
  return machines.map((machine) => statePage(machine, titles.get(machine.protocol) ?? machine.protocol));
}

function statePage(machine: Machine, protocol: string): Page {
  const path = machinePath(machine);
  const link = linkFrom(path);
  const body = (
    <>
      <Crumbs trail={[{ words: protocol, href: link(protocolPath(machine.protocol)) }]} />
      <h1>{machine.title}</h1>
      <MachinePicture machine={machine} link={link} />
      <h2>States</h2>
      <dl class="terms">
        {machine.states.map(({ name, about }) => (
          <div id={stateId(name)}>
            <dt>{name}</dt>
            <dd>{about}</dd>
          </div>
        ))}
      </dl>
      <h2>Events</h2>
      <dl class="terms">
        {machine.events.map(({ name, about }) => (
          <div>
            <dt>{name}</dt>
            <dd>{about}</dd>
          </div>
        ))}
      </dl>
      <h2>Transitions</h2>
      <MachineTable machine={machine} link={link} />
    </>
  );
  return { path, title: machine.title, about: `States and transitions: ${machine.title}.`, part: 'protocols', body };
}

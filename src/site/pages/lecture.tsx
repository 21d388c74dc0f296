/** The lecture's points as a path through the specification. */
import type { Topic } from '../../generated/meta/profile.ts';
import type { Content } from '../content.ts';
import { type Link, linkFrom } from '../links.ts';
import type { Page } from '../page.ts';
import { LevelMark, Raw, RuleLink, Scroll } from '../parts/marks.tsx';

const PATH = 'lecture.html';

/** Where a point is best looked at, beside its rules. */
const PLACES: Readonly<Record<number, readonly { readonly words: string; readonly to: string }[]>> = {
  1: [{ words: 'What passes between them', to: 'runs.html' }],
  2: [{ words: 'A message as octets', to: 'protocol/udp.html' }],
  3: [{ words: 'The header, bit by bit', to: 'protocol/ipv4.html' }],
  4: [{ words: 'Fragments, and how they are put together', to: 'feature/ipv4/reassembly.html' }],
  5: [{ words: 'A bad link', to: 'feature/tcp/bad-link.html' }],
  6: [
    { words: 'The states of a connection', to: 'protocol/tcp.html#machine-connection' },
    { words: 'Every state, every kind of segment', to: 'matrix/tcp.html' },
  ],
  7: [{ words: 'HTTP', to: 'protocol/http.html' }],
  8: [{ words: 'Resources and their fields', to: 'feature/http/resources.html' }],
  9: [{ words: 'HPR/1', to: 'text/hpr-1.html' }],
  10: [{ words: 'Who reaches whom', to: 'nat.html' }],
};

/** A run that shows a point. */
const RUNS: Readonly<Record<number, string>> = {
  4: 'ipv4-fragmentation-001',
  5: 'tcp-bad-link-001',
  6: 'tcp-matrix-established-fin-seg-fin-3',
  10: 'relay-relaying-001',
};

export function lecturePage(content: Content): Page {
  const link = linkFrom(PATH);
  const profile = content.suite.profiles.find(({ name }) => name === 'lecture');
  const body = (
    <>
      <h1>The lecture, point by point</h1>
      <p class="lead">{profile?.about ?? ''}</p>
      <ol class="path">
        {(profile?.topics ?? []).map((topic) => (
          <Point topic={topic} content={content} link={link} />
        ))}
      </ol>
      <p>An implementation is judged by what the lecture says with</p>
      <pre tabIndex={0}>npx assay run --target TARGET --profile lecture</pre>
    </>
  );
  return {
    path: PATH,
    title: 'The lecture',
    about: 'What a first course teaches, and where it is tried.',
    part: 'path',
    body,
  };
}

function Point({ topic, content, link }: { readonly topic: Topic; readonly content: Content; readonly link: Link }) {
  const run = content.runs.get(RUNS[topic.point] ?? '');
  return (
    <li id={`point-${topic.point}`}>
      <h2>{topic.title}</h2>
      <p>{topic.statement}</p>
      <p>
        {(PLACES[topic.point] ?? []).map(({ words, to }) => (
          <>
            <a href={link(to)}>{words}</a>{' '}
          </>
        ))}
      </p>
      {run === undefined ? null : (
        <Scroll label={run.title}>
          <Raw markup={run.ladder} />
        </Scroll>
      )}
      {topic.rules.length === 0 ? null : (
        <ul class="brief">
          {topic.rules.map((id) => {
            const rule = content.index.rule(id);
            return rule === undefined ? null : (
              <li>
                <RuleLink id={id} link={link} /> <LevelMark level={rule.level} /> {rule.statement}
              </li>
            );
          })}
        </ul>
      )}
    </li>
  );
}

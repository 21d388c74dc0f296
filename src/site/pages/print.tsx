/** Everything as one document, for paper: rules with their scenarios, protocol by protocol. The one heavy page. */
import { sourceView } from '../../report/view/source.ts';
import type { SuiteRule } from '../../spec/suite.ts';
import type { Content } from '../content.ts';
import { type Link, linkFrom } from '../links.ts';
import type { Page } from '../page.ts';
import { BitPicture } from '../parts/bits.tsx';
import { layerTitle } from '../parts/layer-title.ts';
import { MachinePicture } from '../parts/machine.tsx';
import { LevelMark } from '../parts/marks.tsx';
import { Scenario } from '../parts/scenario.tsx';

const PATH = 'print.html';

export function printPage(content: Content): Page {
  const link = linkFrom(PATH);
  const { suite, layouts, machines } = content;
  const body = (
    <>
      <h1>Assay {suite.version}: the whole specification</h1>
      <p>
        {suite.rules.length} rules, suite digest <code>{suite.digest}</code>.
      </p>
      {suite.protocols.map(({ protocol, title }) => (
        <section class="chapter">
          <h2>{title}</h2>
          {layouts
            .filter(({ layer }) => layer.startsWith(`${protocol}/`))
            .map((layout) => (
              <>
                <h3>{layerTitle(layout)}</h3>
                <BitPicture layout={layout} link={link} />
              </>
            ))}
          {machines
            .filter((machine) => machine.protocol === protocol)
            .map((machine) => (
              <>
                <h3>{machine.title}</h3>
                <MachinePicture machine={machine} link={link} />
              </>
            ))}
          {suite.rules
            .filter((rule) => rule.protocol === protocol)
            .map((rule) => (
              <PrintedRule rule={rule} content={content} link={link} />
            ))}
        </section>
      ))}
    </>
  );
  return { path: PATH, title: 'Everything', body };
}

interface PrintedProps {
  readonly rule: SuiteRule;
  readonly content: Content;
  readonly link: Link;
}

function PrintedRule({ rule, content: { index } }: PrintedProps) {
  const { id, level, statement, source, note, untestable } = rule;
  return (
    <section class="printed">
      <h3>
        {id} <LevelMark level={level} />
      </h3>
      <p>
        {statement} <span class="faint small">{source.map((each) => sourceView(each).text).join('; ')}</span>
      </p>
      {note === undefined ? null : <p class="faint small">{note}</p>}
      {untestable === undefined || index.scenarios(id) > 0 ? null : <p class="small">No scenario: {untestable}</p>}
      {index
        .examples(id)
        .map(({ feature, text }) =>
          text.scenarios.map((scenario) => (
            <Scenario scenario={scenario} background={[...feature.background, ...text.background]} href="#main" />
          )),
        )}
    </section>
  );
}

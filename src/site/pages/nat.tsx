/** Who reaches whom through address translators: the oracle of the relay's scenarios, drawn. */
import { canTalkDirectly, PLACES, type Place } from '../../kits/relay/punch-oracle.ts';
import type { Content } from '../content.ts';
import { linkFrom, protocolPath } from '../links.ts';
import type { Page } from '../page.ts';
import { Crumbs, Raw, Scroll } from '../parts/marks.tsx';

const PATH = 'nat.html';

const SHORT: Readonly<Record<string, string>> = {
  'endpoint-independent': 'EI',
  'address-dependent': 'AD',
  'address-and-port-dependent': 'APD',
};

export function natPage({ index, runs }: Content): Page {
  const link = linkFrom(PATH);
  const translators = PLACES.filter((place) => typeof place !== 'string');
  const direct = translators.flatMap((one) => translators.filter((other) => canTalkDirectly(one, other))).length;
  const examples = index.examples('HPR-PATH-01');
  const relayed = runs.get('relay-relaying-001');
  const body = (
    <>
      <Crumbs trail={[{ words: 'HPR/1', href: link(protocolPath('relay')) }]} />
      <h1>Who reaches whom</h1>
      <p class="lead">
        Two hosts behind translators both learn how a third one sees the other, and send at the same time. Of the{' '}
        {translators.length ** 2} pairs of behaviours {direct} then talk directly; the others need a relay.
      </p>
      <Scroll label="Pairs of translators">
        <table class="pairs">
          <thead>
            <tr>
              <td />
              {PLACES.map((place) => (
                <th scope="col">{shortOf(place)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {PLACES.map((one) => (
              <tr>
                <th scope="row">{shortOf(one)}</th>
                {PLACES.map((other) => {
                  const can = canTalkDirectly(one, other);
                  return <td class={can ? 'direct' : 'relayed'}>{can ? 'direct' : 'relay'}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p>
        Mapping before the stroke, filtering after it, in the terms of{' '}
        <a href="https://www.rfc-editor.org/rfc/rfc4787#section-4.1">RFC 4787</a>: EI hangs on no remote end, AD on its
        address, APD on its address and port. <i>public</i> has an address of its own; <i>blocked</i> lets no UDP
        through.
      </p>
      <p>
        The table is found by a search in the bare model of mapping and filtering, with no network and no implementation
        in it; implementations of HPR/1 are held to it.
        {examples.length === 0 ? '' : ' '}
        {examples.slice(0, 1).map(({ text }) => (
          <a href={link(`rule/${text.rule}.html`)}>{text.title}</a>
        ))}
      </p>
      {relayed === undefined ? null : (
        <>
          <h2>Over a relay</h2>
          <p>
            What passes when two that cannot reach each other go through a third: sessions with the relay, a circuit
            through it, data that is sealed for the far end. The tester plays both ends, the reference is the relay.
          </p>
          <Scroll label={relayed.title}>
            <Raw markup={relayed.ladder} />
          </Scroll>
        </>
      )}
    </>
  );
  return { path: PATH, title: 'Who reaches whom through translators', part: 'protocols', wide: true, body };
}

function shortOf(place: Place): string {
  return typeof place === 'string' ? place : `${SHORT[place.mapping]}/${SHORT[place.filtering]}`;
}

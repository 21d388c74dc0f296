/** The decoder: octets pasted or a capture dropped, explained field by field. */
import type { Layout } from '../../wire/layout.ts';
import type { Page } from '../page.ts';
import { layerTitle } from '../parts/layer-title.ts';
import { EXAMPLES } from './decode/examples.ts';
import { DECODE_STYLE } from './decode-style.ts';
import { LAYER_STYLE } from './layer-style.ts';

export function decodePage(layouts: readonly Layout[]): Page {
  return {
    path: 'try/decode.html',
    title: 'Decode',
    about: 'Octets or a capture, explained field by field, with every fault and its rule.',
    part: 'try',
    wide: true,
    scripts: ['decode'],
    body: <Body layouts={layouts} />,
  };
}

function Body({ layouts }: { readonly layouts: readonly Layout[] }) {
  return (
    <>
      <style>{DECODE_STYLE + LAYER_STYLE}</style>
      <h1>Decode</h1>
      <p class="lead">
        Octets, explained field by field, and whatever is wrong with them: which bit, and which rule. Nothing leaves the
        page.
      </p>
      <noscript>
        <p class="notice">
          The decoder runs in the page: it needs scripts. Without them <code>assay decode</code> does the same.
        </p>
      </noscript>
      <form id="decode" class="decode" hidden>
        <div class="fields-of">
          <label for="hex">Octets in hexadecimal, or a dump</label>
          <label for="layer">
            The first layer is{' '}
            <select id="layer">
              {layouts.map(({ layer, title }) => (
                <option key={layer} value={layer}>
                  {layerTitle({ title })} ({layer})
                </option>
              ))}
            </select>
          </label>
        </div>
        <textarea id="hex" rows={5} spellcheck={false} autocomplete="off" aria-describedby="said" />
        <p class="row">
          <span class="examples">
            Examples:{' '}
            {EXAMPLES.map(({ name, layer, hex }) => (
              <button key={name} type="button" data-layer={layer} data-hex={hex}>
                {name}
              </button>
            ))}
          </span>
          <label class="file">
            A capture (pcap, pcapng), or drop it here <input id="file" type="file" accept=".pcap,.pcapng,.cap" />
          </label>
        </p>
      </form>
      <p id="said" role="status" class="said-of" />
      <div id="packets" class="packets" hidden />
      <div id="layers" />
    </>
  );
}

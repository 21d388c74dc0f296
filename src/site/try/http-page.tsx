/** HTTP: a response that can be edited, and what the judge and the reference make of it. */
import type { Suite } from '../../spec/suite.ts';
import { rulePath } from '../links.ts';
import type { Page } from '../page.ts';
import { CHECKS } from './http/checks.ts';
import { PRESETS } from './http/presets.ts';
import { HTTP_STYLE } from './http-style.ts';

export function httpPage(suite: Suite): Page {
  return {
    path: 'try/http.html',
    title: 'HTTP, octet by octet',
    about: 'Edit a response and see at once which rules it breaks.',
    part: 'try',
    wide: true,
    scripts: ['http'],
    body: <Body suite={suite} />,
  };
}

function Body({ suite }: { readonly suite: Suite }) {
  return (
    <>
      <style>{HTTP_STYLE}</style>
      <h1>HTTP, octet by octet</h1>
      <p class="lead">
        A response to edit, judged as you type by the same code that judges servers, and read by the reference.
      </p>
      <noscript>
        <p class="notice">Judging as you type needs scripts; the rules are below.</p>
      </noscript>
      <div class="http">
        <form id="http" hidden>
          <p class="row">
            <label>
              Begin with{' '}
              <select id="preset">
                {PRESETS.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
                <option value="own">Your own</option>
              </select>
            </label>
            <label>
              It answers{' '}
              <select id="method">
                <option>GET</option>
                <option>HEAD</option>
              </select>
            </label>
            <label>
              <input type="checkbox" id="closed" checked /> the connection is closed behind it
            </label>
          </p>
          <label class="faint small" for="octets">
            The octets: \r is CR, the end of a line LF, \x00 any other. Return writes both; with Shift, LF alone.
          </label>
          <textarea id="octets" rows={14} spellcheck={false} autocomplete="off" />
          <p class="row">
            <button type="button" id="cr">
              Insert \r
            </button>
            <span id="size" class="faint small" />
          </p>
        </form>
        <section aria-labelledby="read" class="reading">
          <h2 id="read">As it is read</h2>
          <div id="reading" />
        </section>
      </div>
      <h2>The rules</h2>
      <p id="said" role="status" class="said-of" />
      <table class="checks">
        <thead>
          <tr>
            <th scope="col">Verdict</th>
            <th scope="col">Rule</th>
            <th scope="col">What it asks</th>
          </tr>
        </thead>
        <tbody id="findings">
          {CHECKS.map(({ rule }) => (
            <Row key={rule} id={rule} suite={suite} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ id, suite }: { readonly id: string; readonly suite: Suite }) {
  const rule = suite.rules.find((each) => each.id === id);
  return (
    <tr data-rule={id}>
      <td class="verdict">-</td>
      <td>
        <a class="rule" href={`../${rulePath(id)}`}>
          {id}
        </a>{' '}
        <span class="small faint">{rule?.level}</span>
      </td>
      <td>
        {rule?.statement}
        <div class="finding" />
      </td>
    </tr>
  );
}

/** The pages where something can be tried, and what each is for. */
import type { Page } from '../page.ts';

const TRIES = [
  [
    'handshake.html',
    'The handshake playground',
    'Two hosts of the reference TCP and a network drawn as a ladder. Lose a segment and see what happens.',
  ],
  ['decode.html', 'Decode', 'Paste octets or drop a capture: every field, and every fault with its rule and bit.'],
  ['http.html', 'HTTP, octet by octet', 'Edit a response and see at once which rules it breaks.'],
] as const;

export function tryIndexPage(): Page {
  return {
    path: 'try/index.html',
    title: 'Try it',
    about: "The project's own code, in the page.",
    part: 'try',
    body: (
      <>
        <h1>Try it</h1>
        <p class="lead">
          The reference, the codecs and the judge run in these pages as they run everywhere. Nothing leaves the page,
          and the address holds what you see: a link shows just that.
        </p>
        {TRIES.map(([path, title, about]) => (
          <section key={path}>
            <h2>
              <a href={path}>{title}</a>
            </h2>
            <p>{about}</p>
          </section>
        ))}
      </>
    ),
  };
}

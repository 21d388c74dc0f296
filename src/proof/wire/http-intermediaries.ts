/** Wire mutants of HTTP intermediaries: messages, rewritten on their way. */
import type { WireMutant } from '../mutant.ts';
import { rewriting } from './stream-wrap.ts';

/** With the length of what follows the header section. */
function withLength(text: string): string {
  const [section = '', content = ''] = text.split('\r\n\r\n');
  return `${section.replace(/^Content-Length: .*$/m, `Content-Length: ${content.length}`)}\r\n\r\n${content}`;
}

export const httpIntermediaryWireMutants: readonly WireMutant[] = [
  {
    id: 'blank-before-colon-passed-on',
    rule: 'RFC9112-5.1-02',
    about: 'passes on field lines octet by octet',
    wrap: rewriting({
      incoming: (text) => text.replace(/^X-Assay : /m, 'X-Assay: '),
      outgoing: (text) => (text.startsWith('HTTP/') ? text.replace(/^X-Assay: /m, 'X-Assay : ') : text),
    }),
  },
  {
    id: 'trailer-made-a-header',
    rule: 'RFC9112-7.1.2-02',
    about: 'reads the whole response first, and puts its trailer fields among the header fields',
    wrap: rewriting({
      incoming: (text) => {
        const [, trailer] = /\r\n0\r\n(X-.*?\r\n)\r\n$/.exec(text) ?? [];
        return trailer === undefined ? text : text.replace('\r\n', `\r\n${trailer}`);
      },
    }),
  },
  {
    id: 'pages-made-shorter',
    rule: 'RFC9110-7.7-02',
    about: 'takes blanks out of every page, whatever the server says',
    wrap: rewriting({
      incoming: (text) => (/^Content-Type: text\/html\r$/m.test(text) ? withLength(text.replace(/ {2,}/g, ' ')) : text),
    }),
  },
];

/**
 * The project's own documents as pages: their markdown rendered, headings with anchors, tables and listings that scroll
 * by themselves. Links to files of the project lead to their pages where they have one, and are mere names where not.
 */
import { Marked, type Tokens } from 'marked';
import { escapeXml } from '../report/view/xml.ts';
import type { Link } from './links.ts';
import { Raw } from './parts/marks.tsx';
import { documentPath } from './parts/source.ts';

interface MarkdownProps {
  readonly text: string;
  readonly link: Link;
  /** How much deeper headings stand than the text has them. */
  readonly deeper?: number;
}

export function Markdown({ text, link, deeper = 0 }: MarkdownProps) {
  return <Raw class="prose" markup={rendered(text, link, deeper)} />;
}

export function headingId(text: string): string {
  return text
    .toLowerCase()
    .replace(/<[^>]+>/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function rendered(text: string, link: Link, deeper: number): string {
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text: words }: Tokens.Heading) {
        const level = Math.min(6, depth + deeper);
        return `<h${level} id="${headingId(words)}">${this.parser.parseInline(tokens)}</h${level}>\n`;
      },
      code({ text: code }: Tokens.Code) {
        return `<pre tabindex="0"><code>${escapeXml(code)}</code></pre>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        const words = this.parser.parseInline(tokens);
        const to = target(href, link);
        return to === undefined ? words : `<a href="${escapeXml(to)}">${words}</a>`;
      },
      html({ text: html }: Tokens.HTML | Tokens.Tag) {
        return /^(<a id="[\w.-]+">)?(<\/a>)?\s*$/.test(html) ? html : '';
      },
    },
  });
  const html = marked.parse(text, { async: false });
  return html
    .replace(/<table>/g, '<div class="scroll" role="group" aria-label="Table" tabindex="0"><table>')
    .replace(/<\/table>/g, '</table></div>')
    .replace(/<th>\s*<\/th>/g, '<td></td>');
}

function target(href: string, link: Link): string | undefined {
  if (/^https?:|^#/.test(href)) return href;
  const [path = '', anchor] = href.split('#');
  if (!path.endsWith('hpr-1.md')) return undefined;
  return link(`${documentPath(path)}${anchor === undefined ? '' : `#${anchor}`}`);
}

/** The section of `text` under the heading `title`, without the heading, up to the next one as high. */
export function sectionOf(text: string, title: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === title);
  if (start < 0) throw new Error(`no section "${title}"`);
  const depth = lines[start]!.indexOf(' ');
  let isCode = false;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => {
    if (line.startsWith('```')) isCode = !isCode;
    return !isCode && /^#+ /.test(line) && line.indexOf(' ') <= depth;
  });
  return (end < 0 ? rest : rest.slice(0, end)).join('\n').trim();
}

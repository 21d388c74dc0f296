/**
 * The frame of a page that asks nothing of any network, in light and dark. The content security policy lets no script run
 * but the one that is given, whatever an implementation may have written.
 */
import { escapeXml as e } from '../view/xml.ts';
import { STYLE } from './style.ts';

export interface Page {
  /** Plain text. */
  readonly title: string;
  /** Rules beside those that all pages have. */
  readonly style?: string;
  readonly script?: { readonly source: string; readonly digest: string };
  /** Elements, a line each. */
  readonly body: readonly string[];
}

export function htmlPage({ title, style = '', script, body }: Page): string {
  const scripts = script === undefined ? '' : ` script-src '${script.digest}';`;
  const policy = `default-src 'none'; style-src 'unsafe-inline';${scripts} base-uri 'none'; form-action 'none'`;
  const lines = [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${e(title)}</title>`,
    `<style>${STYLE}${style}</style>`,
    '</head>',
    '<body>',
    ...body,
    ...(script === undefined ? [] : [`<script>${script.source}</script>`]),
    '</body>',
    '</html>',
  ];
  return `${lines.join('\n')}\n`;
}

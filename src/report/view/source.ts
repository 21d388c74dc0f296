/** Where a rule is written, in words and as a link: to the RFC Editor, or into a specification of this project. */
import type { Source } from '../../generated/meta/rules.ts';

export interface SourceView {
  readonly text: string;
  readonly url: string;
}

export function sourceView(source: Source): SourceView {
  const { section } = source;
  if ('document' in source) {
    return { text: `${source.document}, section ${section}`, url: `${source.document}#section-${section}` };
  }
  const { rfc, errata } = source;
  const place = /^[0-9]/.test(section) ? `section ${section}` : section;
  const erratum = errata === undefined ? '' : `, erratum ${errata}`;
  return {
    text: `RFC ${rfc}, ${place}${erratum}`,
    url: `https://www.rfc-editor.org/rfc/rfc${rfc}${anchorOf(section)}`,
  };
}

/** The RFC Editor's pages number sections and letter appendices; a section known by its heading has no anchor there. */
function anchorOf(section: string): string {
  const [, number] = /^([0-9]+(?:\.[0-9]+)*)/.exec(section) ?? [];
  if (number !== undefined) return `#section-${number}`;
  const [, letter] = /^appendix ([A-Z](?:\.[0-9]+)*)/i.exec(section) ?? [];
  return letter === undefined ? '' : `#appendix-${letter}`;
}

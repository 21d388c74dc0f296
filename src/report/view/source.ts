/** Where a rule is written, in words and as a link to the RFC Editor. */
import type { Source } from '../../generated/meta/rules.ts';

export interface SourceView {
  readonly text: string;
  readonly url: string;
}

export function sourceView({ rfc, section, errata }: Source): SourceView {
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

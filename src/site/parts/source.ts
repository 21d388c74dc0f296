/** A rule's source as a link of the site: to the RFC Editor, or to the page of a specification of our own. */
import type { Source } from '../../generated/meta/rules.ts';
import { sourceView } from '../../report/view/source.ts';
import type { Link } from '../links.ts';

export function sourceHref(source: Source, link: Link): string {
  if (!('document' in source)) return sourceView(source).url;
  return link(`${documentPath(source.document)}#section-${source.section}`);
}

/** `spec/relay/hpr-1.md` as `text/hpr-1.html` */
export function documentPath(document: string): string {
  return `text/${document.replace(/^.*\//, '').replace(/\.md$/, '')}.html`;
}

/** Links from a page's script to the pages of rules. */
import { rulePath } from '../../links.ts';
import { el } from './dom.ts';

const root = document.documentElement.dataset.root ?? '';

export function ruleLink(id: string): HTMLAnchorElement {
  return el('a', { href: root + rulePath(id), class: 'rule' }, id);
}

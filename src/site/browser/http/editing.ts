/** Writing octets that no key stands for. */
import { CR_SIGN } from '../../try/http/octet-text.ts';

export function insertCr(text: HTMLTextAreaElement): void {
  insert(text, CR_SIGN);
}

/** Return writes CR and LF; with the shift key LF alone. */
export function bindReturn(text: HTMLTextAreaElement): void {
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    insert(text, `${CR_SIGN}\n`);
  });
}

function insert(text: HTMLTextAreaElement, what: string): void {
  text.focus();
  text.setRangeText(what, text.selectionStart, text.selectionEnd, 'end');
  text.dispatchEvent(new Event('input'));
}

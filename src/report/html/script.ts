/**
 * The page's one script: filters by verdict and words, opens and closes, keeps the address of what is opened. Everything
 * is on the page without it.
 */
export const SCRIPT = `
(() => {
  const byId = (id) => document.getElementById(id);
  const results = [...document.querySelectorAll('details.result')];
  const buttons = [...document.querySelectorAll('[data-filter]')];
  const words = byId('words');
  const texts = new Map();
  const textOf = (result) => {
    if (!texts.has(result)) texts.set(result, result.textContent.toLowerCase());
    return texts.get(result);
  };
  const apply = () => {
    const verdicts = new Set(buttons.filter((b) => b.getAttribute('aria-pressed') === 'true').map((b) => b.dataset.filter));
    const wanted = words.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const result of results) {
      const fits = verdicts.has(result.dataset.verdict) && wanted.every((word) => textOf(result).includes(word));
      result.hidden = !fits;
      if (fits) shown += 1;
    }
    byId('shown').textContent = shown + ' of ' + results.length + ' shown';
    byId('none-shown').hidden = shown > 0;
  };
  const each = (open) => () => results.forEach((result) => { if (!result.hidden) result.open = open; });
  const reveal = () => {
    const target = location.hash.length > 1 ? byId(decodeURIComponent(location.hash.slice(1))) : null;
    if (!target || !target.matches('details.result')) return;
    target.hidden = false;
    target.open = true;
    target.scrollIntoView();
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
      apply();
    });
  }
  words.addEventListener('input', apply);
  byId('filter').addEventListener('submit', (event) => event.preventDefault());
  byId('open-all').addEventListener('click', each(true));
  byId('close-all').addEventListener('click', each(false));
  addEventListener('hashchange', reveal);
  byId('filter').hidden = false;
  apply();
  reveal();
})();
`;

/** SHA-256 of SCRIPT, for the content security policy. A test works it out again and says what it should be. */
export const SCRIPT_DIGEST = 'sha256-l9POhoEu+zeyPv8Q1sNUQ+Rl+pjbnax7Ank1prJGA04=';

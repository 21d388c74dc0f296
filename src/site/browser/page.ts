/** What every page does: the switch between light and dark, octets and fields lit together, and what
 * opens the search. All that is written is there without it. */
const root = document.documentElement;
const SCHEMES = ['system', 'light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

function current(): Scheme {
  return SCHEMES.find((scheme) => scheme === root.dataset.scheme) ?? 'system';
}

function show(button: HTMLButtonElement): void {
  const scheme = current();
  const words = { system: 'Auto', light: 'Light', dark: 'Dark' }[scheme];
  button.textContent = words;
  button.setAttribute('aria-label', `Colour scheme: ${words.toLowerCase()}. Change it`);
}

function next(button: HTMLButtonElement): void {
  const scheme = SCHEMES[(SCHEMES.indexOf(current()) + 1) % SCHEMES.length]!;
  if (scheme === 'system') delete root.dataset.scheme;
  else root.dataset.scheme = scheme;
  try {
    localStorage.setItem('assay-scheme', scheme);
  } catch {
    // It holds for this page then.
  }
  show(button);
}

const button = document.getElementById('scheme');
if (button instanceof HTMLButtonElement) {
  button.hidden = false;
  show(button);
  button.addEventListener('click', () => next(button));
}

/** Digits and the row of their field light up together, whichever is pointed at. */
function light(target: EventTarget | null): void {
  for (const lit of document.querySelectorAll('.lit')) lit.classList.remove('lit');
  const field = target instanceof Element ? target.closest<HTMLElement>('[data-f]') : null;
  const around = field?.closest('.both, figure');
  if (field === null || !around) return;
  for (const each of around.querySelectorAll<HTMLElement>('[data-f]')) {
    each.classList.toggle('lit', each.dataset.f === field.dataset.f);
  }
}

document.addEventListener('pointerover', (event) => light(event.target));

/** The script of the search and its index come when they are first asked for. */
let asked = false;

function script(name: string): Promise<void> {
  return new Promise((resolve) => {
    const element = document.createElement('script');
    element.src = `${root.dataset.root ?? ''}assets/${name}.js`;
    element.onload = () => resolve();
    element.onerror = () => resolve();
    document.head.append(element);
  });
}

async function find(): Promise<void> {
  if (asked) {
    document.dispatchEvent(new Event('assay-search'));
    return;
  }
  asked = true;
  await script('search-index');
  await script('search');
}

const finder = document.getElementById('find');
if (finder !== null) {
  finder.hidden = false;
  finder.addEventListener('click', () => void find());
}

document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return;
  event.preventDefault();
  void find();
});

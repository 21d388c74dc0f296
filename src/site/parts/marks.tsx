/** Small marks that many pages have: how binding a rule is, what became of it, a link to a rule. */
import type { ComponentChildren } from 'preact';
import type { Level } from '../../generated/meta/rules.ts';
import { type Link, rulePath } from '../links.ts';
import type { Found } from '../standings.ts';

/** FORMAT and STATE-RULE bind as MUST does. */
const CLASSES: Readonly<Record<Level, string>> = {
  MUST: 'l-must',
  'MUST NOT': 'l-must',
  FORMAT: 'l-must',
  'STATE-RULE': 'l-must',
  SHOULD: 'l-should',
  'SHOULD NOT': 'l-should',
  MAY: 'l-may',
};

export function LevelMark({ level }: { readonly level: Level }) {
  return <span class={`badge ${CLASSES[level]}`}>{level}</span>;
}

const WORDS: Readonly<Record<Found, string>> = {
  pass: 'obeys',
  fail: 'breaks',
  declared: 'breaks, adjudicated',
  advice: 'advice not taken',
  inconclusive: 'inconclusive',
  observed: 'observed',
  error: 'error',
  none: 'not run',
};

export function FoundMark({ found }: { readonly found: Found }) {
  return <span class={`badge v-${found === 'declared' ? 'fail' : found}`}>{WORDS[found]}</span>;
}

export function RuleLink({ id, link }: { readonly id: string; readonly link: Link }) {
  return (
    <a class="id" href={link(rulePath(id))}>
      {id}
    </a>
  );
}

export function RuleLinks({ ids, link }: { readonly ids: readonly string[]; readonly link: Link }) {
  return (
    <>
      {ids.map((id, index) => (
        <>
          {index > 0 ? ' ' : ''}
          <RuleLink id={id} link={link} />
        </>
      ))}
    </>
  );
}

/** What is too wide for a small screen scrolls by itself; the page never does. */
export function Scroll({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is no group of fields, and no landmark either
    <div class="scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

export function Crumbs({ trail }: { readonly trail: readonly { words: string; href?: string }[] }) {
  return (
    <p class="crumbs">
      {trail.map(({ words, href }, index) => (
        <>
          {index > 0 ? ' / ' : ''}
          {href === undefined ? words : <a href={href}>{words}</a>}
        </>
      ))}
    </p>
  );
}

/** Ready markup of our own: pictures that other targets share. */
export function Raw({ markup, class: name }: { readonly markup: string; readonly class?: string }) {
  return <div class={name} dangerouslySetInnerHTML={{ __html: markup }} />;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

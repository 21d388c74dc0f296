/** What a page of the site is. The frame around it, links and numbers are added when it is rendered. */
import type { ComponentChildren } from 'preact';

export interface Page {
  /** From the site's root, with forward slashes: `try/decode.html`. It stands for ever once it was published. */
  readonly path: string;
  readonly title: string;
  /** One sentence, for search engines and previews. */
  readonly about?: string;
  readonly body: ComponentChildren;
  /** Entries of src/site/browser that the page runs, beside the one that all pages have. */
  readonly scripts?: readonly string[];
  /** The part of the site it belongs to: a key of the navigation. */
  readonly part?: string;
  /** Takes the whole width: wide tables and tools. */
  readonly wide?: boolean;
}

/** A file of the site that is no page, or a page already made. */
export interface SiteFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

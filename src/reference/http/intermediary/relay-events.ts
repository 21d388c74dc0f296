/** What an intermediary is told and what it tells whoever carries its connections. Clients are numbered by the carrier, servers here. */
type Happening = 'opened' | 'ended' | 'failed';

export type RelayInput =
  | { readonly client: number; readonly happened: Happening }
  | { readonly client: number; readonly octets: Uint8Array }
  | { readonly server: number; readonly happened: Happening }
  | { readonly server: number; readonly octets: Uint8Array };

export type RelayOutput =
  | { readonly client: number; readonly octets: Uint8Array }
  /** `end`: nothing more is sent, and nothing more read; `abort`: what was sent is not whole, and shall not look so. */
  | { readonly client: number; readonly close: 'end' | 'abort' }
  | { readonly server: number; readonly open: { readonly host: string; readonly port: number } }
  | { readonly server: number; readonly octets: Uint8Array }
  | { readonly server: number; readonly close: 'end' | 'abort' };

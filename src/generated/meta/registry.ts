// Written by `npm run generate` from spec/meta/registry.schema.json: change that, not this.
/**
 * A section of an RFC, or of a specification of our own: a file of this project whose sections have anchors.
 */
export type Source = RfcSource | DocumentSource;

/**
 * Names of an IANA registry that this specification uses, as they stood on a day.
 */
export interface Registry {
  $schema?: string;
  registry: string;
  title: string;
  /**
   * The day of the documents that the entries were taken from, the latest of them.
   */
  date: string;
  /**
   * @minItems 1
   */
  entries: RegistryEntry[];
}
export interface RegistryEntry {
  /**
   * A number, where the registry has numbers.
   */
  value?: number;
  name: string;
  source: Source;
  /**
   * Of a method: it asks for no change (RFC 9110 section 9.2.1).
   */
  safe?: boolean;
  /**
   * Of a method: twice is as once (RFC 9110 section 9.2.2).
   */
  idempotent?: boolean;
  /**
   * Of a field: its value is a list, so that it may stand on several lines.
   */
  list?: boolean;
  /**
   * Of a field: what its value is in the grammar.
   */
  production?: string;
}
export interface RfcSource {
  rfc: number;
  section: string;
  errata?: number;
}
export interface DocumentSource {
  document: string;
  section: string;
}

/**
 * The shape of an x-wire schema document, as far as this folder reads it: JSON Schema 2020-12 with the keyword `x-wire`.
 * spec/meta/x-wire.schema.json says the same in JSON Schema and is what a document is checked against; code after that
 * check may rely on these types.
 */

/** Role -> what a receiver in that role may do with the layer when the field is wrong. */
export type OnInvalid = Readonly<Record<string, readonly string[]>>;

/** Names of a field's values that hang on another field: by the other's value, then by its own. */
export interface NamesBy {
  readonly field: string;
  readonly names: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Of a layer: what its receiver verifies. */
export interface Checksum {
  readonly algorithm: 'internet';
  /** The octets of the struct, or those behind the pseudo-header of RFC 768. */
  readonly over: 'layer' | 'pseudo-header';
  /** Of a pseudo-header: the number of the protocol. */
  readonly protocol?: number;
  /** The value that stands for no checksum. */
  readonly none?: 0;
}

/** Of an item: what a receiver may verify, and a decoder leaves to it. */
export interface ItemChecksum {
  readonly algorithm: 'crc32';
  /** The octets of the layer up to the item. */
  readonly over: 'before';
  /** The sum is exclusive-or'ed with this. */
  readonly mask: number;
}

interface WireStruct {
  readonly order: readonly string[];
  /** Whole length; absent: as far as the octets go, or as the fields say. */
  readonly length?: { readonly octets: string; readonly rule?: string };
  readonly require?: readonly {
    readonly that: string;
    /** The field that is named as the one at fault. */
    readonly field: string;
    readonly rule?: string;
    readonly onInvalid?: OnInvalid;
  }[];
  /** Name -> description of what a codec is told from outside. */
  readonly context?: Readonly<Record<string, string>>;
  /** Of a kind of list item: any tag that no other kind has. */
  readonly otherwise?: true;
  /** Of a kind of list item: octets up to a multiple of so many follow it. */
  readonly pad?: { readonly octets: number; readonly rule?: string };
}

export interface WireField {
  readonly bits?: number;
  readonly octets?: number | string;
  readonly as?: 'uint' | 'bool' | 'ipv4' | 'octets' | 'ip' | 'list';
  readonly label: string;
  readonly scale?: number;
  readonly unit?: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly namesBy?: NamesBy;
  readonly presentWhen?: string;
  readonly derive?: number | string;
  readonly checksum?: Checksum | ItemChecksum;
  /** Field of the layer: the octets of this one are exclusive-or'ed with those of the layer from that one on. */
  readonly xor?: string;
  readonly send?: number | boolean;
  readonly until?: string;
  readonly align?: { readonly octets: number; readonly rule?: string };
  readonly onInvalid?: OnInvalid;
  readonly rules?: readonly string[];
}

export interface FieldSchema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string;
  readonly const?: number;
  readonly enum?: readonly number[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: { readonly $ref?: string; readonly oneOf?: readonly { readonly $ref: string }[] };
  readonly 'x-wire': WireField;
}

export interface StructSchema {
  readonly title: string;
  readonly description?: string;
  readonly type: 'object';
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, FieldSchema>>;
  readonly 'x-wire': WireStruct;
}

export interface WireDocument extends StructSchema {
  readonly $schema: string;
  /** `urn:assay:<protocol>:<name>`; the layer is `<protocol>/<name>`. */
  readonly $id: string;
  readonly $defs?: Readonly<Record<string, StructSchema | Readonly<Record<string, unknown>>>>;
}

/**
 * What a compiled codec is: the one shape that every layer's generated code has, and that the reference, the harness and
 * the kits use. Types only (and one number). A codec never throws on octets, however malformed, and never reads past the
 * end that it was given; misuse by the caller (a value that does not fit its field) throws TypeError or RangeError.
 */

/** Which question the octets failed. `send` is asked of senders only and never makes a decoder reject. */
export type FaultKind = 'truncated' | 'const' | 'enum' | 'range' | 'require' | 'checksum' | 'list' | 'send';

export interface Fault {
  readonly kind: FaultKind;
  /** The property at fault, as a path: `ihl`, `options[1].length`. */
  readonly field: string;
  /** First bit of that field, counted from the first bit of the layer. */
  readonly bit: number;
  /** In words or as a number: `4`, `5 to 15`, `at least 24 octets`. */
  readonly expected: string;
  /** What the octets hold, in the same form. */
  readonly actual: string;
  /** Id of the rule that is broken. */
  readonly rule?: string;
}

export type Decoded<Value> =
  | { readonly ok: true; readonly value: Value; readonly length: number }
  | { readonly ok: false; readonly fault: Fault };

/** Where something lies: first bit from the start of the layer, and how many bits. */
export interface BitRange {
  readonly bit: number;
  readonly bits: number;
}

/** A tester's reading: it goes on past faults as far as the octets allow. */
export interface Observed<Value> {
  /** Every field that the octets hold whole. */
  readonly value: Partial<Value>;
  /** What a receiver finds wrong, in the order in which `decode` looks; its first is the fault of `decode`. */
  readonly faults: readonly Fault[];
  /** What a sender should not have sent, though a receiver accepts it (reserved bits, padding). */
  readonly lapses: readonly Fault[];
  /** Octets that the layer takes, at most those that are there. */
  readonly length: number;
  /** Bit range by path: `ihl`, `options`, `options[0]`, `options[0].type`. */
  readonly where: Readonly<Record<string, BitRange>>;
}

/** JSON form of a field: integer, boolean, dotted address, lowercase hex, IPv4 or IPv6 address, array of objects. */
export type FieldForm = 'uint' | 'bool' | 'ipv4' | 'octets' | 'ip' | 'list';

/** What there is to say about a field apart from its value: for evidence, `decode` and the site. */
export interface FieldInfo {
  readonly name: string;
  /** The RFC's own name. */
  readonly label: string;
  readonly description?: string;
  readonly form: FieldForm;
  /** First bit; absent where it depends on what comes before. */
  readonly bit?: number;
  /** Width in bits; absent where it depends on other fields. */
  readonly bits?: number;
  /** What one unit of the raw number is worth, in `unit`s: IHL counts 4 octets. */
  readonly scale?: number;
  readonly unit?: string;
  /** Names of values, by value. */
  readonly names?: Readonly<Record<number, string>>;
  /** Names of values that hang on another field: by the other's value, then by this one's. See nameOf. */
  readonly namesBy?: {
    readonly field: string;
    readonly names: Readonly<Record<string, Readonly<Record<number, string>>>>;
  };
  /** The condition under which the field is there, in English. */
  readonly presentWhen?: string;
  /** Role -> what a receiver in it may do when the field is invalid. */
  readonly onInvalid?: Readonly<Record<string, readonly string[]>>;
  readonly rules: readonly string[];
  /** Of a list: the kinds of item. */
  readonly items?: readonly ItemInfo[];
}

export interface ItemInfo {
  readonly title: string;
  /** Value of the first field that tells this kind; absent for the `otherwise` kind. */
  readonly tag?: number;
  readonly fields: readonly FieldInfo[];
}

/** A fault that a codec can find, under the number that `read` returns. Numbers start at 1. */
export interface FaultInfo {
  readonly number: number;
  readonly kind: FaultKind;
  readonly field: string;
  readonly expected: string;
  readonly rule?: string;
}

/** What a codec needs to know from outside the layer. */
export interface Context {
  /**
   * Addresses of the datagram that carries the layer, as int32: for a checksum over a pseudo-header. Without both of them
   * a decoder does not verify such a checksum, and an encoder throws TypeError unless it is given one.
   */
  readonly source?: number;
  readonly destination?: number;
  /** Octets that follow the layer in its datagram; 0 when not given. */
  readonly payloadLength?: number;
  /** Where `write` finds the octets that the struct names by offset; when not given, the view that it writes to. */
  readonly octets?: DataView;
}

/** In a struct given to `write`: work this field out. Never the outcome of `read`. */
export const DERIVE = -1;

/**
 * A layer's codec. `Value` is the JSON form (see FieldForm). `Struct` is the fast form: int32 members only; flags are 0
 * or 1, addresses and other 32-bit fields int32, octets and lists an offset `...At` into the view and a `...Length`.
 * Fields that are absent (`presentWhen`) are 0 in a struct and missing in a value.
 */
export interface Codec<Value extends object = Record<string, unknown>, Struct extends object = Record<string, number>> {
  /** `ipv4/header` */
  readonly layer: string;
  readonly title: string;
  /** Fewer octets than this are always truncated. */
  readonly minimumOctets: number;
  readonly fields: readonly FieldInfo[];
  readonly faults: readonly FaultInfo[];
  /** A struct with every constant filled in, and DERIVE where `write` is to work the value out. */
  create(): Struct;
  /**
   * Fills `into` from octets [at, end) of `view`, up to the first fault (not at all when there are fewer than
   * `minimumOctets`). 0, or the number of that fault.
   */
  read(into: Struct, view: DataView, at: number, end: number, context?: Context): number;
  /** A fresh struct, or the number of the first fault. */
  decodeStruct(view: DataView, at: number, end: number, context?: Context): Struct | number;
  /** The JSON form, or the first fault. Octets past the layer's length are ignored. */
  decode(octets: Uint8Array, context?: Context): Decoded<Value>;
  observe(octets: Uint8Array, context?: Context): Observed<Value>;
  /**
   * Octets of `value`; what it leaves out is derived, what it says is written as it is, right or wrong.
   * @throws TypeError for a missing or unknown property or a wrong type; RangeError for a number that its field cannot hold
   */
  encode(value: Partial<Value>, context?: Context): Uint8Array;
  /**
   * Writes `from` at octet `at`, DERIVE members worked out; the number of octets written. A member takes the bits that
   * its field has. Octets of the struct must not lie in the view where fixed fields are written.
   * @throws RangeError when the view has no room
   */
  write(from: Struct, view: DataView, at: number, context?: Context): number;
}

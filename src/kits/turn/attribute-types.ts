/** Numbers and names of methods, classes and attributes: RFC 8489 sections 5 and 18, RFC 8656 sections 17 and 18. */

export type MessageClass = 'request' | 'indication' | 'success' | 'error';

export const METHODS: Readonly<Record<string, number>> = {
  Binding: 0x001,
  Allocate: 0x003,
  Refresh: 0x004,
  Send: 0x006,
  Data: 0x007,
  CreatePermission: 0x008,
  ChannelBind: 0x009,
};

export const ATTRIBUTES = {
  'MAPPED-ADDRESS': 0x0001,
  USERNAME: 0x0006,
  'MESSAGE-INTEGRITY': 0x0008,
  'ERROR-CODE': 0x0009,
  'UNKNOWN-ATTRIBUTES': 0x000a,
  'CHANNEL-NUMBER': 0x000c,
  LIFETIME: 0x000d,
  'XOR-PEER-ADDRESS': 0x0012,
  DATA: 0x0013,
  REALM: 0x0014,
  NONCE: 0x0015,
  'XOR-RELAYED-ADDRESS': 0x0016,
  'REQUESTED-ADDRESS-FAMILY': 0x0017,
  'EVEN-PORT': 0x0018,
  'REQUESTED-TRANSPORT': 0x0019,
  'DONT-FRAGMENT': 0x001a,
  'MESSAGE-INTEGRITY-SHA256': 0x001c,
  'PASSWORD-ALGORITHM': 0x001d,
  USERHASH: 0x001e,
  'XOR-MAPPED-ADDRESS': 0x0020,
  'RESERVATION-TOKEN': 0x0022,
  'ADDITIONAL-ADDRESS-FAMILY': 0x8000,
  'ADDRESS-ERROR-CODE': 0x8001,
  'PASSWORD-ALGORITHMS': 0x8002,
  ICMP: 0x8004,
  SOFTWARE: 0x8022,
  'ALTERNATE-SERVER': 0x8023,
  FINGERPRINT: 0x8028,
} as const;

export type AttributeName = keyof typeof ATTRIBUTES;

const NAMES = new Map<number, string>(Object.entries(ATTRIBUTES).map(([name, type]) => [type, name]));
const METHOD_NAMES = new Map(Object.entries(METHODS).map(([name, method]) => [method, name]));

/** Its name, or its number where it has none that we know. */
export function attributeName(type: number): string {
  return NAMES.get(type) ?? `attribute 0x${type.toString(16).padStart(4, '0')}`;
}

export function methodName(method: number): string {
  return METHOD_NAMES.get(method) ?? `method 0x${method.toString(16).padStart(3, '0')}`;
}

/** A name, or a number as in `0x7f01`. @throws TypeError for what is neither */
export function attributeType(word: string): number {
  const type = /^0x[0-9a-f]{1,4}$/i.test(word) ? Number(word) : ATTRIBUTES[word as AttributeName];
  if (type === undefined) throw new TypeError(`no attribute ${word}`);
  return type;
}

const CLASSES: readonly MessageClass[] = ['request', 'indication', 'success', 'error'];

/** The bits of class lie between those of the method: RFC 8489 section 5, figure 3. */
export function messageType(method: number, of: MessageClass): number {
  const bits = CLASSES.indexOf(of);
  return (method & 0xf) | ((method & 0x70) << 1) | ((method & 0xf80) << 2) | ((bits & 1) << 4) | ((bits & 2) << 7);
}

export function splitType(type: number): { readonly method: number; readonly of: MessageClass } {
  const method = (type & 0xf) | ((type >> 1) & 0x70) | ((type >> 2) & 0xf80);
  return { method, of: CLASSES[((type >> 4) & 1) | ((type >> 7) & 2)]! };
}

/**
 * What a node knows of its contacts: whom the directory calls mutual, the key that was met first, where they are. A presence
 * that is older than the one before changes nothing (HPR-PRES-01); another key is told and refused (HPR-CONF-04).
 */
import { fromHex } from '../../../contract/hex.ts';
import {
  type Attribute,
  all,
  type Certificate,
  find,
  isSigned,
  type Presence,
  type SupernodeRecord,
  type Voucher,
} from '../attributes.ts';
import { nameFrom } from '../directory/accounts.ts';
import { STANDING } from '../directory/contacts.ts';
import { type Endpoint, endpointOf } from '../endpoint.ts';
import type { Header } from '../frame.ts';
import { reply } from '../session/send.ts';
import type { Session } from '../session/sessions.ts';
import { SECOND } from '../settings.ts';
import { type NodeState, nodeId, seconds, tell } from '../state.ts';
import { callOff, type Timer } from '../timers.ts';
import { TYPE } from '../types.ts';
import { isCertified } from './login.ts';

export interface Contact {
  readonly name: string;
  standing: number;
  certificate: Certificate | undefined;
  /** Identifier of its node, and the key that was met first, in hex. */
  id: string | undefined;
  pinned: string | undefined;
  presence: Presence | undefined;
  vouchers: readonly Voucher[];
  records: readonly SupernodeRecord[];
  isOnline: boolean;
  ageing: Timer | undefined;
}

export interface Contacts {
  readonly byName: Map<string, Contact>;
  readonly byId: Map<string, Contact>;
}

/** Clocks may differ by so much. */
const LEEWAY = 5;

export function contactNamed(state: NodeState, name: string): Contact {
  const known = state.contacts.byName.get(name);
  if (known) return known;
  const made: Contact = {
    name,
    standing: STANDING.asked,
    certificate: undefined,
    id: undefined,
    pinned: undefined,
    presence: undefined,
    vouchers: [],
    records: [],
    isOnline: false,
    ageing: undefined,
  };
  state.contacts.byName.set(name, made);
  return made;
}

export function takeContactList(state: NodeState, session: Session, attributes: readonly Attribute[]): void {
  if (state.login?.directory.id !== session.peer) return;
  for (const { name, standing } of all(attributes, 'Contact')) contactNamed(state, nameFrom(name)).standing = standing;
}

/** Whether somebody may talk to this node: the user has the name on the list. */
export function isWelcome(contact: Contact | undefined): boolean {
  return contact !== undefined && contact.standing !== STANDING.removed && contact.standing !== STANDING.asks;
}

export function takePresence(
  state: NodeState,
  session: Session,
  header: Header,
  attributes: readonly Attribute[],
): void {
  if (header.isRequest) reply(state, session, header, TYPE.OK);
  learn(state, attributes);
}

/** The directory says where a contact is, asked or not; unasked it means that the contact is asking for this node. */
export function takeFound(state: NodeState, session: Session, attributes: readonly Attribute[]): void {
  if (state.login?.directory.id !== session.peer) return;
  const contact = learn(state, attributes);
  if (contact) state.told.contactAsks(contact);
}

/** Takes in a certificate, and what is said with it; the contact if that is to be believed. */
export function learn(state: NodeState, attributes: readonly Attribute[]): Contact | undefined {
  const certificate = find(attributes, 'Certificate');
  if (certificate === undefined) return undefined;
  const contact = believe(state, certificate);
  const presence = find(attributes, 'Presence');
  if (contact === undefined || presence === undefined || presence.node !== contact.id) return contact;
  if (!isNews(state, contact, presence)) return contact;
  contact.presence = presence;
  contact.vouchers = all(attributes, 'Voucher').filter(({ peer }) => peer === contact.id);
  contact.records = all(attributes, 'Record').filter((record) => isSigned(state.crypto, record.publicKey, record));
  setOnline(state, contact, presence.status === 1);
  callOff(contact.ageing);
  const wait = Math.max(0, presence.expires - seconds(state)) * SECOND;
  contact.ageing = state.timers.at(state.now + wait, () => setOnline(state, contact, false));
  state.told.contactMoved(contact);
  return contact;
}

/** HPR-CONF-04: the contact whose certificate it is; undefined where it is false, or its key another than before. */
export function believe(state: NodeState, certificate: Certificate): Contact | undefined {
  if (!isCertified(state, certificate)) return undefined;
  const contact = state.contacts.byName.get(nameFrom(certificate.name));
  if (contact === undefined) return undefined;
  if (contact.pinned !== undefined && contact.pinned !== certificate.publicKey) {
    tell(state, 'key', { name: contact.name });
    return undefined;
  }
  contact.pinned = certificate.publicKey;
  contact.certificate = certificate;
  contact.id = nodeId(state.crypto, fromHex(certificate.publicKey));
  state.contacts.byId.set(contact.id, contact);
  return contact;
}

/** HPR-PRES-01 */
function isNews(state: NodeState, contact: Contact, presence: Presence): boolean {
  const now = seconds(state);
  return (
    contact.pinned !== undefined &&
    presence.sequence > (contact.presence?.sequence ?? 0) &&
    presence.expires > now &&
    presence.expires <= now + state.settings.presenceLife + LEEWAY &&
    isSigned(state.crypto, contact.pinned, presence)
  );
}

function setOnline(state: NodeState, contact: Contact, isOnline: boolean): void {
  if (contact.isOnline === isOnline) return;
  contact.isOnline = isOnline;
  tell(state, 'presence', { name: contact.name, state: isOnline ? 'online' : 'offline' });
}

/** Where others see the contact, if it says so. */
export function placeOf(contact: Contact): Endpoint | undefined {
  return contact.presence && contact.presence.mapping !== 0 ? endpointOf(contact.presence) : undefined;
}

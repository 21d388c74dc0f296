/** The words of `assay serve --relay` into what is to be opened. */
import { AssayError } from '../../contract/assay-error.ts';
import { hexFaultAt } from '../../contract/hex.ts';
import type { AccountWords, NodeConfig } from '../../reference/relay/index.ts';
import type { Place } from '../live-sockets.ts';

export interface RelayWords {
  readonly relay: 'directory' | 'supernode' | 'node';
  readonly at: readonly string[];
  /** `NAME:PASSWORD[:CONTACT,CONTACT...]`, of a directory. */
  readonly account: readonly string[];
  /** A directory that is a supernode too. */
  readonly supernode: boolean;
  /** `NAME:PASSWORD`, of a node. */
  readonly user: readonly string[];
  readonly contact: readonly string[];
  /** `HOST:PORT/KEY` */
  readonly directory?: string;
  readonly bootstrap: readonly string[];
}

export interface RelayPlan {
  readonly places: readonly Place[];
  readonly config: Omit<NodeConfig, 'crypto' | 'chance' | 'endpoints'>;
}

/** @throws AssayError ERR_USAGE */
export function planOf(words: RelayWords): RelayPlan {
  const places = words.at.length === 0 ? [{ address: '127.0.0.1', port: 0 }] : words.at.map(placeOf);
  const bootstrap = words.bootstrap.map(knownOf);
  if (words.relay === 'directory') {
    if (words.account.length === 0) throw usage('a directory needs accounts: --account NAME:PASSWORD:CONTACT,...');
    return {
      places,
      config: { role: 'directory', accounts: words.account.map(accountOf), isServing: words.supernode },
    };
  }
  if (words.relay === 'supernode') return { places, config: { role: 'relay', bootstrap } };
  const [name, password] = words.user[0]?.split(':') ?? [];
  if (!name || !password || words.directory === undefined) {
    throw usage('a node needs a user and a directory: --user NAME:PASSWORD --directory HOST:PORT/KEY');
  }
  const directory = knownOf(words.directory);
  // With nobody else to begin with there may be a supernode where the directory is.
  const first = bootstrap.length === 0 ? [directory] : bootstrap;
  return { places, config: { role: 'node', name, password, contacts: words.contact, directory, bootstrap: first } };
}

function placeOf(word: string): Place {
  const [, address = '', port = ''] = /^([0-9.]+):([0-9]{1,5})$/.exec(word) ?? [];
  const octets = address.split('.').map(Number);
  if (octets.length !== 4 || octets.some((octet) => octet > 255) || Number(port) > 65_535) {
    throw usage(`${word} is no ADDRESS:PORT`);
  }
  return { address, port: Number(port) };
}

function knownOf(word: string): NonNullable<NodeConfig['directory']> {
  const [place = '', key = ''] = word.split('/');
  if (key.length !== 64 || hexFaultAt(key) >= 0) throw usage(`${word} is no ADDRESS:PORT/KEY`);
  return { endpoint: { ...placeOf(place), transport: 'udp' }, key };
}

function accountOf(word: string): AccountWords {
  const [name, password, contacts = ''] = word.split(':');
  if (!name || !password) throw usage(`${word} is no NAME:PASSWORD[:CONTACT,...]`);
  return { name, password, contacts: contacts.split(',').filter((each) => each !== '') };
}

function usage(message: string): AssayError {
  return new AssayError('ERR_USAGE', `serve: ${message}`);
}

/** The implementations of TURN that the matrix has. Debian's packages say their versions by dpkg, npm's by themselves. */
import { DOTTED, type Peer } from './peer.ts';

const STACKS = 'fixtures/stacks/turn';
/** Seconds: how long one that is never answered goes on (RFC 8489 section 6.2.1). */
const PATIENCE_OF_CLIENTS = '45';

function ofDebian(name: string): Peer['version'] {
  return { command: ['dpkg-query', '-W', '-f', `\${Version}\n`, name], pattern: DOTTED };
}

function ofNpm(name: string): Peer['version'] {
  return { command: ['node', '-p', `require('./node_modules/${name}/package.json').version`], pattern: DOTTED };
}

function server(name: string, command: string, about: Pick<Peer, 'version' | 'needs'>): Peer {
  const pics = name.replace(/[_/]/g, '-');
  return { name, part: 'server', target: `turn-server:${command} {port}`, pics, ...about };
}

function client(name: string, command: string, about: Pick<Peer, 'pics' | 'version' | 'needs'>): Peer {
  return { name, part: 'client', target: `turn-client:${command}`, patience: PATIENCE_OF_CLIENTS, ...about };
}

export const turnPeers: readonly Peer[] = [
  // Its lifetimes are made to last for seconds.
  { ...server('coturn', `${STACKS}/coturn.sh`, { version: ofDebian('coturn'), needs: ['coturn'] }), patience: '20' },
  server('pion', `${STACKS}/pion.sh`, { version: ofDebian('golang-github-pion-turn.v2-dev'), needs: [] }),
  server('p1_stun', `escript ${STACKS}/p1-stun.escript`, { version: ofDebian('erlang-p1-stun'), needs: [] }),
  server('node-turn', `node ${STACKS}/node-turn.mjs`, { version: ofNpm('node-turn'), needs: [] }),
  client('werift', `node ${STACKS}/clients/werift.mjs {url} {user} {pass} {text} {seconds} {peers}`, {
    pics: 'werift',
    version: ofNpm('werift'),
    needs: [],
  }),
  client(
    'node-datachannel',
    `node ${STACKS}/clients/node-datachannel.mjs {host} {port} {user} {pass} {seconds} {peers}`,
    {
      pics: 'node-datachannel',
      version: ofNpm('node-datachannel'),
      needs: [],
    },
  ),
  client('turnutils_uclient', `${STACKS}/clients/uclient.sh {host} {port} {user} {pass} {way} {peer}`, {
    pics: 'turnutils-uclient',
    version: ofDebian('coturn'),
    needs: ['coturn'],
  }),
];

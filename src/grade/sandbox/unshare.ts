/**
 * What bubblewrap does, by util-linux alone: new namespaces, a root of its own made of mounts that the system's folders are
 * bound into, and a shell as its first process, which waits for the command and takes everybody with it when it ends.
 */
import { lstatSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Words } from '../../harness/keeper.ts';
import { type Enclosure, INSIDE, SYSTEM, TMP_SIZE } from './enclosure.ts';

const DEVICES = ['null', 'zero', 'full', 'random', 'urandom'];

/** $1 the new root, $2 its table of mounts, $3 a folder to be made for what is given; 125: it could not be made. */
const SCRIPT = `
set -e
trap 'exit 125' EXIT
mount -t tmpfs -o mode=755,size=1m assay "$1"
cd "$1"
mkdir -p usr etc opt proc dev tmp submission old
for name in bin sbin lib lib32 lib64 libx32; do
  if [ -L "/$name" ]; then links="$links /$name"; elif [ -d "/$name" ]; then mkdir "$name"; fi
done
[ -z "$links" ] || cp -P $links .
for name in ${DEVICES.join(' ')}; do : > "dev/$name"; done
mount --all --fstab "$2"
if [ -n "$3" ]; then mkdir -p ".$3"; mount -o bind,ro "$3" ".$3" || mount --bind "$3" ".$3"; fi
ln -s /proc/self/fd dev/fd
pivot_root . old
umount -l old
trap - EXIT
set +e
cd /
shift 3
"$@"
exit $?
`;

export function unshareWords(enclosure: Enclosure, command: readonly string[]): Words {
  const { machine, folder, given = '', sharesNetwork } = enclosure;
  const place = mkdtempSync(join(folder, '..', '.root-'));
  const table = `${place}.mounts`;
  writeFileSync(table, mountTable(place, folder));
  return [
    'unshare',
    ...(machine.user === undefined ? ['--user', '--map-root-user'] : []),
    ...['--mount', '--pid', '--fork', '--kill-child', '--ipc', '--uts'],
    ...(sharesNetwork ? [] : ['--net']),
    ...['sh', '-c', SCRIPT, 'assay', place, table, given],
    ...command,
  ];
}

function mountTable(root: string, folder: string): string {
  const line = (source: string, target: string, type: string, options: string): string =>
    `${fstabWord(source)} ${fstabWord(root + target)} ${type} ${options} 0 0\n`;
  const system = SYSTEM.filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory());
  return [
    ...system.map((path) => line(path, path, 'none', 'rbind')),
    line('proc', '/proc', 'proc', 'nosuid,nodev,noexec'),
    line('assay', '/tmp', 'tmpfs', `mode=1777,size=${TMP_SIZE},nosuid,nodev`),
    line(folder, INSIDE, 'none', 'bind'),
    ...DEVICES.map((name) => line(`/dev/${name}`, `/dev/${name}`, 'none', 'bind')),
  ].join('');
}

/** As fstab(5) has it. */
function fstabWord(path: string): string {
  return path.replace(/[\s\\]/g, (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`);
}

/** The handshake playground in the page: controls to deeds, deeds to the player, and what has come of them onto the page. */
import { lessonById } from '../try/handshake/lessons.ts';
import { Player } from '../try/handshake/player.ts';
import { linkOf, readLink } from '../try/handshake/script-link.ts';
import { Playground } from './handshake/playground.ts';
import { byId } from './try/dom.ts';

const FIRST = 'handshake';

function begin(): void {
  const hash = decodeURIComponent(location.hash.slice(1));
  const lesson = lessonById(hash === '' ? FIRST : hash);
  if (lesson !== undefined) {
    playground.show(new Player(lesson.script), lesson.id);
    return;
  }
  const read = readLink(hash);
  if (read.ok) playground.show(new Player(read.linked.script, read.linked.moment), 'own');
  else {
    playground.show(new Player(lessonById(FIRST)!.script), FIRST);
    playground.say(`The link could not be followed: ${read.why}.`);
  }
}

/** The address of the page says what is seen, once nothing moves. */
function remember(player: Player, lesson: string, isUntouched: boolean): void {
  const hash = isUntouched ? lesson : linkOf({ script: player.script, moment: player.moment });
  if (`#${hash}` !== location.hash) history.replaceState(null, '', `#${hash}`);
}

const playground = new Playground(remember);
byId('play').hidden = false;
begin();
addEventListener('hashchange', begin);

/** The beginning of what an implementation wrote, for a sentence: at most 80 characters, what cannot be seen as \u.... */
const LONGEST = 80;

export function excerpt(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}...` : text;
  return cut.replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The user of a live node at a terminal: lines in, lines out. */
import { readFileSync } from 'node:fs';
import { AssayError } from '../../contract/assay-error.ts';
import { fromHex, toHex } from '../../contract/hex.ts';
import { textOctets, textOf } from '../../reference/relay/text.ts';
import { FUNCTIONS } from './functions.ts';
import type { LiveNode, Result, Told } from './live-node.ts';
import { runProgram } from './run-program.ts';

const SHELL_HELP = `NAME TEXT            says something
/request NAME TEXT   asks for data       /answer NUMBER TEXT   answers
/call NAME FUNCTION [TEXT]               ${Object.keys(FUNCTIONS).join(', ')}
/run NAME FILE       has a WebAssembly module run there
/befriend NAME   /status   /leave`;

type Say = (line: string) => void;

/** What a line asks for, done; whether it was to leave. */
export async function takeLine(node: LiveNode, line: string, say: Say): Promise<boolean> {
  const [word = '', name = '', ...rest] = line.trim().split(' ');
  const text = rest.join(' ');
  if (word === '') return false;
  if (!word.startsWith('/')) {
    const result = await node.call('send', { to: word, data: hex([name, ...rest].join(' ')) });
    if (result.outcome !== 'delivered') say(`* to ${word}: ${result.outcome ?? result.error}`);
    return false;
  }
  if (word === '/leave') {
    await node.call('leave');
    return true;
  }
  const asked = ask(node, word, name, text);
  if (asked === undefined) say(SHELL_HELP);
  else say(`* ${word.slice(1)}: ${written(await asked)}`);
  return false;
}

function ask(node: LiveNode, word: string, name: string, text: string): Promise<Result> | undefined {
  const [first = '', ...others] = text.split(' ');
  switch (word) {
    case '/request':
      return node.call('request', { to: name, data: hex(text) });
    case '/answer':
      return node.call('respond', { message: Number(name), data: hex(text) });
    case '/call':
      return node.call('call', { to: name, function: first, arguments: hex(others.join(' ')) });
    case '/run':
      return node.call('run', { to: name, program: toHex(fileAt(text)) });
    case '/befriend':
      return node.call('befriend', { name });
    case '/status':
      return node.call('status');
    default:
      return undefined;
  }
}

function fileAt(path: string): Uint8Array {
  try {
    return Uint8Array.from(readFileSync(path));
  } catch (cause) {
    throw new AssayError('ERR_INPUT', `${path}: ${(cause as Error).message}`, { cause });
  }
}

function hex(text: string): string {
  return toHex(textOctets(text));
}

function written({ ok, error, outcome, data, ...others }: Result): string {
  if (!ok) return String(error);
  if (typeof data === 'string') return textOf(data);
  return outcome === undefined ? JSON.stringify(others) : String(outcome);
}

/** What the node tells unasked: shown, and where a peer calls a function or hands over a program, done. */
export function showEvent(node: () => LiveNode, event: Told, say: Say): void {
  const { event: what, from, message, data } = event;
  if (what === 'message') say(`${from}: ${textOf(String(data))}`);
  else if (what === 'request') say(`* ${from} asks, number ${message}: ${textOf(String(data))}`);
  else if (what === 'call') answerCall(node(), event);
  else if (what === 'program') void answerProgram(node(), event, say);
  else
    say(
      `* ${Object.entries(event)
        .map(([name, value]) => (name === 'event' ? value : `${name} ${value}`))
        .join(' ')}`,
    );
}

function answerCall(node: LiveNode, event: Told): void {
  const name = String(event.function);
  const act = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  const result = act ? act(fromHex(String(event.arguments))) : textOctets('no such function');
  void node.call('respond', { message: event.message, data: toHex(result) });
}

async function answerProgram(node: LiveNode, event: Told, say: Say): Promise<void> {
  const outcome = await runProgram(fromHex(String(event.program)));
  say(`* ran a program of ${event.from}: ${outcome.ok ? `${outcome.octets.length} octets` : outcome.error}`);
  const octets = outcome.ok ? outcome.octets : textOctets(outcome.error);
  void node.call('respond', { message: event.message, data: toHex(octets) });
}

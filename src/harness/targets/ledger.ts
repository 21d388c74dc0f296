/**
 * Which requests are under way on one JSON-RPC connection, and what a line from the other side answers. Answers may come
 * in any order. Knows no process; times are given to it.
 */
import type { Method } from '../../contract/port.ts';
import { PortError } from '../../contract/port.ts';
import { excerpt } from './excerpt.ts';

export interface Pending {
  readonly method: Method;
  resolve(result: unknown): void;
  /** Without a cause: for what ended the connection. */
  reject(cause?: unknown): void;
}

interface Answered {
  readonly id: number;
  readonly pending: Pending;
  readonly result: unknown;
  readonly error: PortError | undefined;
}

export class Ledger {
  readonly #pending = new Map<number, Pending>();
  #answered: Answered[] = [];
  #oldest = 1;
  #next = 1;

  /** The id of a new request. */
  open(pending: Pending): number {
    const id = this.#next++;
    this.#pending.set(id, pending);
    return id;
  }

  get size(): number {
    return this.#pending.size;
  }

  /** Id of the request that has waited longest; of the next one, when none waits. Only rises. */
  get oldestId(): number {
    while (this.#oldest < this.#next && !this.#pending.has(this.#oldest)) this.#oldest += 1;
    return this.#oldest;
  }

  get oldest(): Pending | undefined {
    return this.#pending.get(this.oldestId);
  }

  /** Takes a line; in words what is wrong with it. An answer is held back until `deliver`, lest the next line belie it. */
  take(line: string): string | undefined {
    let answer: unknown;
    try {
      answer = JSON.parse(line);
    } catch {
      return line.trim() === '' ? 'wrote an empty line' : `wrote a line that is not JSON: ${excerpt(line)}`;
    }
    if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
      return `wrote JSON that is not an object: ${excerpt(line)}`;
    }
    const flaw = flawOf(answer);
    if (flaw !== undefined) return `wrote a line ${flaw}: ${excerpt(line)}`;
    return this.#settle(answer as Answer);
  }

  /** Gives the answers taken to those who asked. */
  deliver(): void {
    const answered = this.#answered;
    this.#answered = [];
    for (const { pending, result, error } of answered) {
      if (error === undefined) pending.resolve(result);
      else pending.reject(error);
    }
  }

  /** Ends every request still under way. */
  rejectAll(cause?: unknown): void {
    const left = [...this.#pending.values()];
    this.#pending.clear();
    for (const pending of left) pending.reject(cause);
  }

  #settle({ id, result, error }: Answer): string | undefined {
    if (id === null)
      return `answered no request in particular with error ${error?.code}: ${excerpt(error?.message ?? '')}`;
    const pending = this.#pending.get(id);
    if (pending === undefined) return this.#unasked(id);
    this.#pending.delete(id);
    const fault = error === undefined ? undefined : new PortError(error.code, error.message);
    this.#answered.push({ id, pending, result, error: fault });
    return undefined;
  }

  /** Of two answers none holds: when the first has not been delivered yet, its request is under way again. */
  #unasked(id: number): string {
    if (id < 1 || id >= this.#next) return `answered a request that was never made: id ${id}`;
    const first = this.#answered.findIndex((answered) => answered.id === id);
    const [doubted] = first < 0 ? [] : this.#answered.splice(first, 1);
    if (doubted !== undefined) this.#pending.set(id, doubted.pending);
    return 'answered the same request twice';
  }
}

interface Answer {
  readonly id: number | null;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** What keeps an object from being an answer, or undefined. */
function flawOf(answer: object): string | undefined {
  const { jsonrpc, id, error } = answer as Record<string, unknown>;
  if ('method' in answer) return 'that asks instead of answering';
  if (jsonrpc !== '2.0') return 'without "jsonrpc": "2.0"';
  if (id === undefined) return 'without an id';
  if (id !== null && !Number.isSafeInteger(id)) return 'whose id is not the number that was sent';
  if ('result' in answer === 'error' in answer) return 'that has not just one of result and error';
  const stray = Object.keys(answer).find((member) => !MEMBERS.has(member));
  if (stray !== undefined) return `with the unknown member "${excerpt(stray)}"`;
  if (error === undefined) return id === null ? 'whose id is null' : undefined;
  const { code, message } = (error ?? {}) as Record<string, unknown>;
  if (!Number.isInteger(code) || typeof message !== 'string') return 'whose error is not a code and a message';
  return undefined;
}

const MEMBERS: ReadonlySet<string> = new Set(['jsonrpc', 'id', 'result', 'error']);

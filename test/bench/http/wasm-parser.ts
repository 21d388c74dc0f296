/** llhttp in WebAssembly, as undici brings it, with no more around it than undici has: a view for every part. */
import { createRequire } from 'node:module';
import { type Parser, type Reading, reading } from './readings.ts';

export const WASM = "undici's llhttp";
const require = createRequire(import.meta.url);
const RESPONSE = 2;
const PAGE = 4096;

/** What there is of WebAssembly here; the types of Node leave it to those of browsers. */
interface Assembly {
  readonly Module: new (octets: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

interface Llhttp {
  readonly memory: { readonly buffer: ArrayBuffer };
  llhttp_alloc(type: number): number;
  llhttp_execute(parser: number, at: number, length: number): number;
  malloc(size: number): number;
}

export function wasmParser(): Parser {
  const octetsOfModule = require('undici/lib/llhttp/llhttp_simd-wasm.js') as Buffer;
  let into: Reading = reading();
  let input: Buffer = Buffer.alloc(0);
  let offset = 0;
  let names = 0;
  const view = (at: number, length: number): Buffer => input.subarray(at - offset, at - offset + length);
  const ignore = (): number => 0;
  const env = {
    wasm_on_url: ignore,
    wasm_on_status: ignore,
    wasm_on_message_begin: ignore,
    wasm_on_header_field: (_: number, at: number, length: number) => {
      names += view(at, length).length > 0 ? 1 : 0;
      return 0;
    },
    wasm_on_header_value: (_: number, at: number, length: number) => (view(at, length).length < 0 ? 1 : 0),
    wasm_on_headers_complete: (_: number, status: number) => {
      into.status += status;
      into.fields += names;
      names = 0;
      return 0;
    },
    wasm_on_body: (_: number, at: number, length: number) => {
      into.content += view(at, length).length;
      into.pieces += 1;
      return 0;
    },
    wasm_on_message_complete: ignore,
  };
  const { Module, Instance } = (globalThis as unknown as { readonly WebAssembly: Assembly }).WebAssembly;
  const llhttp = new Instance(new Module(octetsOfModule), { env }).exports as Llhttp;
  const parser = llhttp.llhttp_alloc(RESPONSE);
  let room = 0;
  return {
    name: WASM,
    read: (octets, target) => {
      [into, input] = [target, octets];
      if (octets.length > room) {
        room = Math.ceil(octets.length / PAGE) * PAGE;
        offset = llhttp.malloc(room);
      }
      new Uint8Array(llhttp.memory.buffer, offset, room).set(octets);
      const code = llhttp.llhttp_execute(parser, offset, octets.length);
      if (code !== 0) throw new Error(`llhttp: ${code}`);
    },
  };
}

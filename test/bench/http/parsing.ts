/** Parsing HTTP/1.1 responses that come in one piece, several on a connection: ours against what Node programs use. */
import { inProcess, interleave } from '../interleave.ts';
import { compare, type Group, type Row, Unmeasured } from '../row.ts';
import { NODE, nodeParser, SCRIPT, scriptParser } from './node-parser.ts';
import { OURS, ourParser } from './our-parser.ts';
import { checkReadings, digest, type Parser, reading } from './readings.ts';
import { CHUNKED, chunkedResponses, SMALL, smallResponses } from './samples.ts';
import { WASM, wasmParser } from './wasm-parser.ts';

export const parsing: Group = {
  name: 'http-parse',
  measure: async (pace) => {
    const node = nodeParser();
    if (node === undefined) throw new Unmeasured('this Node keeps its HTTPParser to itself');
    const parsers = [ourParser(), node, wasmParser(), scriptParser()];
    const rows: Row[] = [];
    const works = [
      { work: `${SMALL} small responses`, octets: smallResponses(), goals: [1.5, 1, 1] },
      { work: `${CHUNKED} responses of 64 chunks`, octets: chunkedResponses(), goals: [7, 1, 1] },
    ] as const;
    for (const { work, octets, goals } of works) {
      checkReadings(parsers, octets);
      const times = await interleave(
        parsers.map((parser) => contender(parser, octets)),
        pace,
      );
      for (const [at, peer] of [NODE, WASM, SCRIPT].entries())
        rows.push(compare({ work: `HTTP: ${work}`, ours: OURS, peer, goal: { atLeast: goals[at]! } }, times));
    }
    return rows;
  },
};

function contender(parser: Parser, octets: Buffer) {
  return inProcess(parser.name, (times) => {
    const into = reading();
    for (let turn = 0; turn < times; turn += 1) parser.read(octets, into);
    return digest(into);
  });
}

/** What a parser tells, as lines of text: content that comes in pieces is one line. */
import type { Field } from '../../../../src/reference/http/message.ts';
import type { Limits } from '../../../../src/reference/http/parser/limits.ts';
import type { MessageParser } from '../../../../src/reference/http/parser/message-parser.ts';
import { requestParser } from '../../../../src/reference/http/parser/requests.ts';
import { responseParser } from '../../../../src/reference/http/parser/responses.ts';

/** Small, so that the corpus is. */
export const LIMITS: Limits = { startLine: 64, fieldLine: 64, section: 128, fields: 4, chunkLine: 32, content: 100 };

export interface Recorder {
  readonly found: string[];
  readonly parser: Pick<MessageParser<never>, 'receive' | 'finish' | 'state'>;
}

export function recorder(kind: 'request' | 'response'): Recorder {
  const found: string[] = [];
  let content = '';
  const note = (line: string): void => {
    if (content !== '') found.push(content);
    content = '';
    found.push(line);
  };
  const rest = {
    content: (octets: Uint8Array, from: number, to: number) => {
      content += Buffer.from(octets.subarray(from, to)).toString('latin1');
    },
    end: (trailers: readonly Field[]) => {
      note(['end', ...(trailers.length > 0 ? [textOf(trailers)] : [])].join(' '));
      return false;
    },
    fault: ({ kind: fault, at }: { kind: string; at: number }) => note(`${fault} ${at}`),
  };
  const parser =
    kind === 'request'
      ? requestParser(
          {
            ...rest,
            head: ({ method, target, minor, fields }, framing) =>
              note(`${method} ${target} ${minor} ${textOf(fields)} ${framing.kind}`),
          },
          LIMITS,
        )
      : responseParser(
          {
            ...rest,
            head: ({ status, reason, minor, fields }, framing) =>
              note(`${status} ${reason} ${minor} ${textOf(fields)} ${framing.kind}`),
          },
          () => 'GET',
          LIMITS,
        );
  return { found, parser };
}

function textOf(fields: readonly Field[]): string {
  return fields.map(({ name, value }) => `${name}=${value}`).join(',');
}

/** Messages, good and bad, each with what a parser has to find: the text of `record`. */
export interface Sample {
  readonly about: string;
  readonly kind: 'request' | 'response';
  readonly octets: string;
  /** A line an event. */
  readonly found: readonly string[];
}

const request = (about: string, octets: string, ...found: string[]): Sample => ({
  about,
  kind: 'request',
  octets,
  found,
});
const response = (about: string, octets: string, ...found: string[]): Sample => ({
  about,
  kind: 'response',
  octets,
  found,
});

const POST = 'POST / HTTP/1.1\r\n';
const OK = 'HTTP/1.1 200 OK\r\n';
const CODED = 'Transfer-Encoding: chunked\r\n\r\n';

export const corpus: readonly Sample[] = [
  request('a request', 'GET /a?b HTTP/1.1\r\nHost: c\r\n\r\n', 'GET /a?b 1 Host=c none', 'end'),
  request(
    'two of them',
    'GET / HTTP/1.1\r\n\r\nHEAD * HTTP/1.0\r\n\r\n',
    'GET / 1  none',
    'end',
    'HEAD * 0  none',
    'end',
  ),
  request('lone LF', 'GET / HTTP/1.1\nA: b\n\n', 'GET / 1 A=b none', 'end'),
  request('empty lines before it', '\r\n\n\r\nGET / HTTP/1.1\r\n\r\n', 'GET / 1  none', 'end'),
  request('blanks around a value', 'GET / HTTP/1.1\r\nA: \t b c \t\r\nD:\r\n\r\n', 'GET / 1 A=b c,D= none', 'end'),
  request('opaque octets', 'GET / HTTP/1.1\r\nA: \x80\xff\r\n\r\n', 'GET / 1 A=\x80\xff none', 'end'),
  request(
    'a length',
    `${POST}content-length: 3\r\n\r\nabcGET`,
    'POST / 1 content-length=3 length',
    'abc',
    'end',
    'incomplete 3',
  ),
  request('a length of nothing', `${POST}Content-Length: 000\r\n\r\n`, 'POST / 1 Content-Length=000 length', 'end'),
  request('equal lengths', `${POST}Content-Length: 1, 1\r\n\r\na`, 'POST / 1 Content-Length=1, 1 length', 'a', 'end'),
  request(
    'chunks, extensions, a trailer',
    `${POST}${CODED}3;a=b;c="d"\r\nabc\r\n0A \t;x\r\n0123456789\r\n00\r\nT: u\r\n\r\n`,
    'POST / 1 Transfer-Encoding=chunked chunked',
    'abc0123456789',
    'end T=u',
  ),
  request(
    'a coding in capitals',
    `${POST}Transfer-Encoding: , CHUNKED\r\n\r\n0\r\n\r\n`,
    'POST / 1 Transfer-Encoding=, CHUNKED chunked',
    'end',
  ),

  request('no request line', 'nonsense\r\n\r\n', 'start-line-form 0'),
  request('two spaces', 'GET  / HTTP/1.1\r\n\r\n', 'start-line-form 0'),
  request('a space in the target', 'GET /a b HTTP/1.1\r\n\r\n', 'start-line-form 0'),
  request('a space at the end', 'GET / HTTP/1.1 \r\n\r\n', 'start-line-form 0'),
  request('no version', 'GET /\r\n\r\n', 'start-line-form 0'),
  request('small letters', 'GET / http/1.1\r\n\r\n', 'start-line-form 0'),
  request('two digits', 'GET / HTTP/1.10\r\n\r\n', 'start-line-form 0'),
  request('NUL in the line', 'GET /\0 HTTP/1.1\r\n\r\n', 'start-line-form 0'),
  request('a bare CR in the line', 'GET /\r HTTP/1.1\r\n\r\n', 'start-line-form 0'),
  request('another version', 'GET / HTTP/2.0\r\n\r\n', 'version-unsupported 0'),
  request('a line that is too long', `GET /${'a'.repeat(70)}`, 'start-line-too-long 64'),
  request('a bare CR', 'GET / HTTP/1.1\r\nA: b\rc\r\n\r\n', 'bare-cr 20'),
  request('a bare CR in a name', 'GET / HTTP/1.1\r\n\rA: b\r\n\r\n', 'bare-cr 16'),
  request('NUL', 'GET / HTTP/1.1\r\nA: b\0\r\n\r\n', 'field-value-form 20'),
  request('a fold', 'GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n', 'line-folding 22'),
  request('a blank before the first field', 'GET / HTTP/1.1\r\n A: b\r\n\r\n', 'line-folding 16'),
  request('a blank before the colon', 'GET / HTTP/1.1\r\nA : b\r\n\r\n', 'blank-before-colon 17'),
  request('no colon', 'GET / HTTP/1.1\r\nA\r\n\r\n', 'field-name-form 17'),
  request('no name', 'GET / HTTP/1.1\r\n: b\r\n\r\n', 'field-name-form 16'),
  request('a name that is none', 'GET / HTTP/1.1\r\nA(: b\r\n\r\n', 'field-name-form 17'),
  request('a field that is too long', `GET / HTTP/1.1\r\nA: ${'b'.repeat(70)}`, 'section-too-large 80'),
  request(
    'fields that are too large',
    `GET / HTTP/1.1\r\n${`A: ${'b'.repeat(55)}\r\n`.repeat(3)}\r\n`,
    'section-too-large 144',
  ),
  request('too many fields', `GET / HTTP/1.1\r\n${'A:\r\n'.repeat(5)}\r\n`, 'too-many-fields 32'),
  request('a length that is none', `${POST}Content-Length: +1\r\n\r\n`, 'length-form 17'),
  request('no length at all', `${POST}Content-Length:\r\n\r\n`, 'length-form 17'),
  request('lengths that differ', `${POST}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, 'length-conflict 17'),
  request('a length beside a coding', `${POST}Content-Length: 1\r\n${CODED}`, 'length-with-coding 17'),
  request('a coding of HTTP/1.0', `POST / HTTP/1.0\r\n${CODED}`, 'coding-in-http-1.0 17'),
  request('a coding without end', `${POST}Transfer-Encoding: chunked, gzip\r\n\r\n`, 'coding-unending 17'),
  request('chunks of chunks', `${POST}Transfer-Encoding: chunked, chunked\r\n\r\n`, 'coding-unending 17'),
  request('a parameter of chunked', `${POST}Transfer-Encoding: chunked;a=b\r\n\r\n`, 'coding-unending 17'),
  request('no coding', `${POST}Transfer-Encoding: ,\r\n\r\n`, 'coding-unending 17'),
  request('a blank that is none', `${POST}Transfer-Encoding: chunked\xa0\r\n\r\n`, 'coding-unending 17'),
  request('a coding that nobody knows', `${POST}Transfer-Encoding: gzip, chunked\r\n\r\n`, 'coding-unknown 17'),
  request('too much content', `${POST}Content-Length: 101\r\n\r\n`, 'content-too-large 17'),
  request('a number beyond all', `${POST}Content-Length: 99999999999999999999\r\n\r\n`, 'content-too-large 17'),
  ...(
    [
      ['too much in chunks', '3c\r\n', 'a'.repeat(60), '\r\n29\r\n', 'content-too-large 113'],
      ['a size beyond all', 'fffffffffffffffff\r\n', '', '', 'content-too-large 47'],
      ['no size', '\r\n', '', '', 'chunk-size-form 47'],
      ['a sign', '+1\r\n', '', '', 'chunk-size-form 47'],
      ['a prefix', '0x1\r\n', '', '', 'chunk-size-form 47'],
      ['a blank behind the size', '1 \r\n', '', '', 'chunk-size-form 47'],
      ['LF behind the size', '1\n', '', '', 'chunk-size-form 47'],
      ['NUL in an extension', '1;\0\r\n', '', '', 'chunk-extension-form 47'],
      ['a bare CR in an extension', '1;\ra\r\n', '', '', 'chunk-extension-form 47'],
      ['too long an extension', `1;${'a'.repeat(40)}`, '', '', 'chunk-line-too-long 79'],
      ['a chunk longer than its size', '1\r\n', 'a', 'b\r\n', 'chunk-end-form 51'],
      ['LF behind the data', '1\r\n', 'a', '\n1\r\n', 'chunk-end-form 51'],
      ['CR alone behind the data', '1\r\n', 'a', '\ra\n', 'chunk-end-form 51'],
      ['a trailer that is none', '0\r\nT\r\n\r\n', '', '', 'field-name-form 51'],
      ['a trailer that is too long', `0\r\nT: ${'a'.repeat(70)}`, '', '', 'section-too-large 114'],
      ['the end in a chunk', '2\r\n', 'a', '', 'incomplete 51'],
      ['the end in the trailer', '0\r\nT: u\r\n', '', '', 'incomplete 56'],
    ] as const
  ).map(([about, before, data, behind, fault]) =>
    request(
      about,
      `${POST}${CODED}${before}${data}${behind}`,
      'POST / 1 Transfer-Encoding=chunked chunked',
      ...(data === '' ? [] : [data]),
      fault,
    ),
  ),
  request('the end in a line', 'GET / HT', 'incomplete 8'),
  request('the end in a head', 'GET / HTTP/1.1\r\nA: b\r\n', 'incomplete 22'),

  response('a response', `${OK}Content-Length: 2\r\n\r\nhi`, '200 OK 1 Content-Length=2 length', 'hi', 'end'),
  response('no phrase, and the close', 'HTTP/1.0 404 \r\n\r\nhi', '404  0  close', 'hi', 'end'),
  response('an interim one', `HTTP/1.1 100 \r\n\r\n${OK}\r\n`, '100  1  none', 'end', '200 OK 1  close', 'end'),
  response('nothing to 204', 'HTTP/1.1 204 No\r\nContent-Length: 2\r\n\r\n', '204 No 1 Content-Length=2 none', 'end'),
  response(
    'a coding over a length',
    `${OK}Content-Length: 9\r\n${CODED}0\r\n\r\n`,
    '200 OK 1 Content-Length=9,Transfer-Encoding=chunked chunked',
    'end',
  ),
  response(
    'a coding without end',
    `${OK}Transfer-Encoding: gzip\r\n\r\nhi`,
    '200 OK 1 Transfer-Encoding=gzip close',
    'hi',
    'end',
  ),
  response(
    'the close, too late',
    `${OK}\r\n${'a'.repeat(101)}`,
    '200 OK 1  close',
    'a'.repeat(100),
    'content-too-large 119',
  ),
  response('folds', `${OK}A:\r\n\tb \r\n  c\r\nD : e\r\n\r\n`, '200 OK 1 A=b c,D=e close', 'end'),
  response('a fold of nothing', `${OK} b\r\n\r\n`, 'line-folding 17'),
  response('a coding of HTTP/1.0', `HTTP/1.0 200 OK\r\n${CODED}`, 'coding-in-http-1.0 17'),
  ...[
    'HTTP/1.1 200\r\n',
    'HTTP/1.1  200 \r\n',
    'HTTP/1.1 20 OK\r\n',
    'HTTP/1.1 2000 \r\n',
    'HTTP/1.1 200 \0\r\n',
    '\r\n',
  ].map((line) => response(`no status line: ${JSON.stringify(line)}`, `${line}\r\n`, 'status-line-form 0')),
  response('another version', 'HTTP/3.0 200 OK\r\n\r\n', 'version-unsupported 0'),
  response('lengths that differ', `${OK}Content-Length: 1\r\nContent-Length: 2\r\n\r\nhi`, 'length-conflict 17'),
  response('too little', `${OK}Content-Length: 3\r\n\r\nhi`, '200 OK 1 Content-Length=3 length', 'hi', 'incomplete 40'),
];

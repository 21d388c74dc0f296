/** An adapter that answers every request at once with the same header: what remains to be measured is who asks it. */
const INITIALIZE = { contract: 1, name: 'answerer', capabilities: ['ipv4.decode'] };
const HEADER = {
  version: 4,
  ihl: 5,
  dscp: 0,
  ecn: 0,
  totalLength: 84,
  identification: 791,
  reserved: false,
  dontFragment: true,
  moreFragments: false,
  fragmentOffset: 0,
  timeToLive: 64,
  protocol: 1,
  headerChecksum: 44_444,
  source: '198.18.0.1',
  destination: '198.18.0.2',
  options: [],
};
const DECODED = JSON.stringify({ ok: true, value: HEADER });

let rest = '';
process.stdin.setEncoding('utf8').on('data', (text: string) => {
  const lines = (rest + text).split('\n');
  rest = lines.pop()!;
  let answers = '';
  for (const line of lines) {
    const { id, method } = JSON.parse(line) as { id: number; method: string };
    const result = method === 'codec/decode' ? DECODED : JSON.stringify(method === 'initialize' ? INITIALIZE : {});
    answers += `{"jsonrpc":"2.0","id":${id},"result":${result}}\n`;
  }
  process.stdout.write(answers);
});

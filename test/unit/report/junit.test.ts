/** JUnit XML, read back by Python's expat. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { Report } from '../../../src/generated/meta/report.ts';
import { formats } from '../../../src/report/index.ts';
import { testWith } from '../../requires.ts';
import { calm, report, suite } from './sample.ts';

const READ = `
import json, sys
from xml.dom import minidom
root = minidom.parse(sys.stdin.buffer).documentElement
counts = lambda e: {k: e.getAttribute(k) for k in ("tests", "failures", "errors", "skipped")}
text = lambda e: "".join(n.data for n in e.childNodes if n.nodeType == n.TEXT_NODE)
cases = [
    {"name": c.getAttribute("name"), "class": c.getAttribute("classname"), "children": [
        {"tag": e.tagName, "message": e.getAttribute("message"), "text": text(e)} for e in c.childNodes if e.nodeType == e.ELEMENT_NODE]}
    for c in root.getElementsByTagName("testcase")]
print(json.dumps({"root": root.tagName, "counts": counts(root), "cases": cases}))
`;

interface Read {
  root: string;
  counts: { tests: string; failures: string; errors: string; skipped: string };
  cases: { name: string; class: string; children: { tag: string; message: string; text: string }[] }[];
}

function read(what: Report): Read {
  const input = formats.junit!.render(what, suite, {});
  const { stdout, stderr } = spawnSync('python3', ['-c', READ], { input, encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Read;
}

const children = ({ cases }: Read, id: string) => cases.find(({ name }) => name.startsWith(`${id}: `))!.children;

testWith('python3')('counts are those of the cases, and a case stands for each scenario', () => {
  const document = read(report);
  const count = (tag: string): string => String(document.cases.filter((each) => each.children[0]?.tag === tag).length);
  expect(document.root).toBe('testsuites');
  expect(document.counts).toEqual({
    tests: String(document.cases.length),
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  });
  expect(document.cases.length).toBe(report.results.length + 1);
});

testWith('python3')('what counts is a failure, with the evidence; what does not is skipped, with it too', () => {
  const document = read(report);
  const [failure] = children(document, 'ipv4-ihl-001/four');
  expect(failure).toMatchObject({ tag: 'failure', message: expect.stringContaining('expected a refusal') });
  expect(failure!.text).toContain('0100[0100]');
  expect(children(document, 'ipv4-flag-001').map(({ tag }) => tag)).toEqual(['skipped', 'system-out']);
  expect(children(document, 'ipv4-flag-001')[0]!.message).toContain('counts only with --level should');
  expect(children(document, 'ipv4-csum-001')[0]!.message).toContain('declared deviation');
  expect(children(document, 'ipv4-echo-001')[0]!.message).toContain('inconclusive');
  expect(children(document, 'http-head-001')[0]!.message).toContain('unsupported');
  expect(children(document, 'ipv4-ttl-001')[0]!.text).toContain('\\x1b[31mpanic');
});

testWith('python3')('a stale deviation fails, though no scenario shows it', () => {
  const stale = read(report).cases.find(({ name }) => name.startsWith('stale deviation'));
  expect(stale?.children[0]?.tag).toBe('failure');
});

testWith('python3')('there are failures or errors exactly where the exit status is not 0', () => {
  const judged: Report = { ...calm, results: calm.results.filter(({ verdict }) => verdict === 'none') };
  expect(read(calm).counts).toMatchObject({ failures: '0', errors: '0' });
  expect(read({ ...judged, summary: { ...calm.summary, exit: 3 } }).counts.failures).toBe('1');
});

test('a crashed scenario is never a passed one', () => {
  const text = formats.junit!.render(report, suite, {});
  expect(text).toMatch(/<testcase name="ipv4-ttl-001[^>]*><failure /);
});

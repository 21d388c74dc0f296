/** The colours of every page, reports and site alike: by name, for light and for dark. */

export const LIGHT = `--ground: #fff; --raised: #f6f7f9; --text: #1b1f24; --faint: #5b6570; --line: #d5dae0; --link: #0550ae;
  --pass: #116329; --fail: #b3131d; --unsure: #7a4b00; --seen: #0a5c8f; --none: #57606a;
  --mark: #ffd8d3; --mark-text: #82071e; --zero: #6b7480; --print: #0a5c8f; --octet: #1b1f24;`;

export const DARK = `--ground: #0f1318; --raised: #171d24; --text: #e4e9ee; --faint: #9aa5b1; --line: #313a44; --link: #79b8ff;
    --pass: #5fd07f; --fail: #ff8a84; --unsure: #e3b25b; --seen: #76c1f5; --none: #9aa5b1;
    --mark: #6e1f24; --mark-text: #ffe3e0; --zero: #8590a0; --print: #76c1f5; --octet: #e4e9ee;`;

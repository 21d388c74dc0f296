/** The formats of a report, by the name that --report takes. */
import { consoleFormat } from './console.ts';
import type { ReportFormat } from './format.ts';
import { htmlFormat } from './html.ts';
import { jsonFormat } from './json.ts';
import { junitFormat } from './junit.ts';
import { markdownFormat } from './markdown.ts';
import { messagesFormat } from './messages.ts';
import { reproducible } from './reproducible.ts';
import { tapFormat } from './tap.ts';

export type { Captions, Describe, RenderOptions, ReportFormat } from './format.ts';

const ALL: readonly ReportFormat[] = [
  consoleFormat,
  jsonFormat,
  junitFormat,
  htmlFormat,
  markdownFormat,
  messagesFormat,
  tapFormat,
];

/** Every format leaves out what differs from run to run when the options say so. Without a prototype: names are input. */
export const formats: Readonly<Record<string, ReportFormat>> = Object.assign(
  Object.create(null),
  Object.fromEntries(ALL.map((format) => [format.name, withReproducible(format)])),
);

function withReproducible(format: ReportFormat): ReportFormat {
  return {
    ...format,
    render: (report, suite, options) =>
      format.render(options.reproducible ? reproducible(report) : report, suite, options),
  };
}

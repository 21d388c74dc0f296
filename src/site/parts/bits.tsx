/** The picture of a layer's bits, in which every cell leads to its explanation, and the explanations. */
import type { FieldInfo } from '../../wire/codec.ts';
import type { FieldLayout, Layout } from '../../wire/layout.ts';
import { svg } from '../../wire/targets/svg.ts';
import { fieldId, type Link, protocolPath } from '../links.ts';
import { layerTitle } from './layer-title.ts';
import { Raw, RuleLinks, Scroll } from './marks.tsx';

export function fieldPath(layer: string, field: string): string {
  return `${protocolPath(layer.split('/')[0]!)}#${fieldId(layer, field)}`;
}

interface BitPictureProps {
  readonly layout: Layout;
  readonly link: Link;
  /** Fields that stand out. */
  readonly hot?: readonly string[];
}

export function BitPicture({ layout, link, hot = [] }: BitPictureProps) {
  const markup = svg(layout, { link: (field) => link(fieldPath(layout.layer, field.name)), hot });
  return (
    <Scroll label={`${layerTitle(layout)}, bit by bit`}>
      <Raw class="bits" markup={markup} />
    </Scroll>
  );
}

interface FieldsProps {
  readonly layout: Layout;
  readonly infos: readonly FieldInfo[];
  readonly link: Link;
}

/** Every field with its place, its meaning, what a receiver does when it is wrong, and its rules. */
export function FieldList({ layout, infos, link }: FieldsProps) {
  return (
    <dl class="fields">
      {layout.fields.map((field) => (
        <div id={fieldId(layout.layer, field.name)}>
          <dt>
            {field.label} <code>{field.name}</code> <span class="faint">{placeOf(field)}</span>
          </dt>
          <dd>
            {field.description === undefined ? null : <p>{field.description}</p>}
            <Facts field={field} info={infos.find(({ name }) => name === field.name)} />
            {field.rules.length === 0 ? null : (
              <p class="small">
                <RuleLinks ids={field.rules} link={link} />
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function placeOf(field: FieldLayout): string {
  const width = 'bits' in field ? (field.bits === 1 ? '1 bit' : `${field.bits} bits`) : 'of varying size';
  return field.bit === undefined ? width : `from bit ${field.bit}, ${width}`;
}

const RECEIPTS: Readonly<Record<string, string>> = {
  malformed: 'finds the octets malformed',
  discard: 'discards them',
  ignore: 'ignores it',
  reset: 'answers with a reset',
  accept: 'accepts it',
};

function Facts({ field, info }: { readonly field: FieldLayout; readonly info: FieldInfo | undefined }) {
  const facts = [
    info?.scale === undefined ? '' : `One unit is ${info.scale} ${info.unit ?? ''}.`,
    info?.presentWhen === undefined ? '' : `There when ${info.presentWhen}.`,
    valuesOf(info),
    ...Object.entries(field.onInvalid ?? {}).map(([role, receipts]) => wrongOf(role, receipts)),
  ].filter((fact) => fact !== '');
  return facts.length === 0 ? null : <p class="small faint">{facts.join(' ')}</p>;
}

/** More names than these have a table of their own elsewhere. */
const MOST_NAMES = 12;

function valuesOf(info: FieldInfo | undefined): string {
  const names = Object.entries(info?.names ?? {});
  if (names.length === 0 || names.length > MOST_NAMES) return '';
  return `Values: ${names.map(([value, name]) => `${value} ${name}`).join(', ')}.`;
}

function wrongOf(role: string, receipts: readonly string[]): string {
  const who = role === 'any' ? 'a receiver' : `a ${role}`;
  return `Where it is wrong, ${who} ${receipts.map((receipt) => RECEIPTS[receipt] ?? receipt).join(' or ')}.`;
}

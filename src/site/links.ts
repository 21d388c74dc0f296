/** Links within the site, always relative: it opens from disk and under any path of any host. */

/** From the page at `from` to `to`, both from the site's root; what `to` has after # stays. */
function relative(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return `${up}${to}`;
}

/** A page's own way of linking. */
export type Link = (to: string) => string;

export function linkFrom(path: string): Link {
  return (to) => (to.startsWith('#') || /^[a-z]+:/.test(to) ? to : relative(path, to));
}

export const rulePath = (id: string): string => `rule/${id}.html`;
export const protocolPath = (protocol: string): string => `protocol/${protocol}.html`;
export const fieldId = (layer: string, field: string): string => `field-${layer.replace('/', '-')}-${field}`;

/** `features/ipv4/header-length.feature` as `feature/ipv4/header-length.html` */
export function featurePath(feature: string): string {
  return feature.replace(/^features\//, 'feature/').replace(/\.feature$/, '.html');
}

/** A scenario of whatever case stands in its feature's page, under the id without the case. */
export function scenarioPath({ id, feature }: { id: string; feature: string }): string {
  return `${featurePath(feature)}#${scenarioId(id)}`;
}

function scenarioId(id: string): string {
  return id.replace(/\/.*$/, '');
}

export function fixturePath(layer: string, name: string): string {
  return `fixture/${layer}/${name}.html`;
}

/** RFC 9110 section 9.2.2: methods that may be asked again when nobody knows whether the server has heard. */
export const IDEMPOTENT: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE']);

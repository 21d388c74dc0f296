/** Status codes whose meaning a client knows (RFC 9110 section 15), and what it takes others for. */

const KNOWN: ReadonlySet<number> = new Set(
  [
    [200, 201, 202, 203, 204, 205, 206],
    [300, 301, 302, 303, 304, 305, 307, 308],
    [400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 422, 426],
    [428, 429, 431, 500, 501, 502, 503, 504, 505, 511],
  ].flat(),
);

/** RFC9110-15-01: the first of its class. RFC9110-15-02: without a class it is a fault of the server. */
export function meaningOf(status: number): number {
  if (KNOWN.has(status)) return status;
  return status >= 200 && status < 600 ? status - (status % 100) : 500;
}

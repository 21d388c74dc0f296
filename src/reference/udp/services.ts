/** Services by port: each is given the data of a request and gives the data of its answer, or nothing. */
export type Service = (data: Uint8Array) => Uint8Array | undefined;

/** RFC 862: whatever comes goes back. */
export const ECHO_PORT = 7;
export const echo: Service = (data) => data;

/** A process that compiles a schema, judges one value, and writes the nanoseconds from its first line until then. */
const started = performance.now();
const { compileNow } = await import('./ajv-peer.ts');
const right = compileNow(process.argv[2]!)(JSON.parse(process.argv[3]!));
const took = performance.now() - started;
console.log(right ? Math.round(took * 1e6) : -1);

export {};

/** The Kaitai Struct compiler for JavaScript brings no types of its own. */
declare module 'kaitai-struct-compiler' {
  const compiler: {
    /** Source text by file name. */
    compile(
      language: 'javascript',
      schema: unknown,
      importer: undefined,
      debug: boolean,
    ): Promise<Readonly<Record<string, string>>>;
  };
  export default compiler;
}

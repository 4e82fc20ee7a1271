/** The little that tests use of `datapackage`, which comes without types. */
declare module 'datapackage' {
  interface Resource {
    readonly headers: readonly string[] | null;
    readonly schema: { readonly fields: readonly { readonly name: string }[] };
    read(options: { readonly keyed: boolean }): Promise<readonly unknown[]>;
  }
  interface DataPackage {
    readonly errors: readonly Error[];
    readonly resourceNames: readonly string[];
    getResource(name: string): Resource | null;
  }
  const datapackage: {
    readonly Package: {
      load(
        descriptor: string,
        options: { readonly basePath: string; readonly strict: boolean },
      ): Promise<DataPackage>;
    };
  };
  // biome-ignore lint/style/noDefaultExport: a CommonJS module has no other.
  export default datapackage;
}

/** A file that pictures are drawn with. */
export interface DrawingFile {
  /** Where it is installed, relative to the project. */
  readonly from: string;
  /** Where it lies beside a function's own code. */
  readonly to: string;
}

const font = (family: 'hk' | 'sc', weight: 'Regular' | 'Bold'): DrawingFile => {
  const name = `NotoSans${family.toUpperCase()}_${weight === 'Bold' ? 700 : 400}${weight}.ttf`;
  return {
    from: `node_modules/@expo-google-fonts/noto-sans-${family}/${weight === 'Bold' ? 700 : 400}${weight}/${name}`,
    to: `drawing/${name}`,
  };
};

/** What turns drawings into pixels; in WebAssembly, so that it runs on every machine alike and reaches nothing. */
export const RASTERIZER: DrawingFile = {
  from: 'node_modules/@resvg/resvg-wasm/index_bg.wasm',
  to: 'drawing/resvg.wasm',
};

/** Traditional characters as Hong Kong writes them, and simplified ones; each face lacks thousands of the other's. */
export const FONTS: readonly DrawingFile[] = [
  font('hk', 'Regular'),
  font('hk', 'Bold'),
  font('sc', 'Regular'),
  font('sc', 'Bold'),
];

export const DRAWING_FILES: readonly DrawingFile[] = [RASTERIZER, ...FONTS];

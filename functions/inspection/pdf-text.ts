import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Fonts, character maps and decoders lie beside the library, wherever that is. */
const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

const folder = (name: string): string => `${join(assets, name)}/`;

/** Opens a PDF for reading and drawing: no scripts, no network, no fonts of this computer. */
export const openPdf = async (bytes: Uint8Array): Promise<PDFDocumentProxy> => {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return getDocument({
    // The library takes the bytes away.
    data: Uint8Array.from(bytes),
    verbosity: 0,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    // 40 megapixels: a larger picture is left out of the preview.
    maxImageSize: 40_000_000,
    canvasMaxAreaInBytes: 160_000_000,
  }).promise;
};

export interface PageText {
  readonly page: number;
  readonly text: string;
}

export interface PdfText {
  readonly pages: readonly PageText[];
  /** False when pages were left out because there were too many, or they took too long. */
  readonly isWhole: boolean;
}

interface Budget {
  readonly pages: number;
  readonly characters: number;
  /** By `performance.now()`. */
  readonly until: number;
}

const textOfPage = async (document: PDFDocumentProxy, number: number): Promise<string> => {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  page.cleanup();
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
};

/** The text of the pages, hidden and covered words included, until a budget is spent. */
export const readPdfText = async (document: PDFDocumentProxy, budget: Budget): Promise<PdfText> => {
  const pages: PageText[] = [];
  let characters = 0;
  for (let page = 1; page <= document.numPages; page += 1) {
    if (page > budget.pages || characters > budget.characters || performance.now() > budget.until)
      return { pages, isWhole: false };
    const text = await textOfPage(document, page).catch(() => null);
    if (text === null) return { pages, isWhole: false };
    characters += text.length;
    pages.push({ page, text });
  }
  return { pages, isWhole: true };
};

/** The longer side of a preview, in pixels. */
export const PREVIEW_PIXELS = 1200;

/** The first page as PNG. */
export const drawFirstPage = async (document: PDFDocumentProxy): Promise<Uint8Array> => {
  const { createCanvas } = await import('@napi-rs/canvas');
  const page = await document.getPage(1);
  const plain = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({
    scale: Math.min(4, PREVIEW_PIXELS / Math.max(plain.width, plain.height, 1)),
  });
  const canvas = createCanvas(
    Math.max(1, Math.ceil(viewport.width)),
    Math.max(1, Math.ceil(viewport.height)),
  );
  // Same methods as a browser's canvas; the types are of another library.
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, background: 'white' })
    .promise;
  return canvas.encode('png');
};

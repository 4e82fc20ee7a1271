import type { Drawing } from './chart-drawing.ts';
import type { PatchedEvent } from './contract.ts';
import { chartDataOf } from './table-twin.ts';

const patched: PatchedEvent = 'open-returns:patched';
const figures = [...document.querySelectorAll<HTMLElement>('figure[data-chart]')];
const drawings = new Map<HTMLElement, Drawing>();

const savesData = (): boolean =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true ||
  matchMedia('(prefers-reduced-data: reduce)').matches;

/** Puts an element of ours over the baked text of the box, which keeps its size. */
const fillBox = (figure: HTMLElement, content: HTMLElement) => {
  const box = figure.querySelector<HTMLElement>('.chart-box');
  for (const baked of box?.children ?? []) if (baked instanceof HTMLElement) baked.style.display = 'none';
  content.dataset['island'] = '';
  box?.append(content);
};

const canvasFor = (figure: HTMLElement): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  sayFinding(figure, canvas);
  fillBox(figure, canvas);
  return canvas;
};

const sayFinding = ({ dataset }: HTMLElement, canvas: HTMLCanvasElement) => {
  const finding = dataset['finding'] ?? '';
  canvas.setAttribute('aria-label', finding);
  canvas.textContent = finding;
};

const draw = async (figure: HTMLElement) => {
  if (drawings.has(figure) || !figure.querySelector('.chart-box')) return;
  try {
    const { drawChart } = await import('./chart-drawing.ts');
    const data = chartDataOf(figure);
    if (data && !drawings.has(figure)) drawings.set(figure, drawChart(canvasFor(figure), data));
  } catch {
    const words = document.querySelector<HTMLTemplateElement>('#island-words')?.content;
    const failed = words?.querySelector<HTMLElement>('[data-word="chart-failed"]');
    if (failed) fillBox(figure, document.importNode(failed, true));
  }
};

const redraw = () => {
  for (const [figure, drawing] of drawings) {
    const data = chartDataOf(figure);
    if (data) drawing.update(data);
    sayFinding(figure, drawing.canvas);
  }
};

if (figures.length > 0 && !savesData()) {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        void draw(target as HTMLElement);
      }
    },
    { rootMargin: '400px' },
  );
  for (const figure of figures) observer.observe(figure);
  document.addEventListener(patched, redraw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  matchMedia('print').addEventListener('change', redraw);
}

import type { Plugin } from 'chart.js';
import { type LineConfiguration, type Look, still } from './chart-look.ts';
import type { ChartData } from './table-twin.ts';

const second = 1000;
const minute = 60 * second;
const timeSteps = [
  ...[1, 5, 15, 30].map((count) => count * second),
  ...[1, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440].map((count) => count * minute),
];

/** Multiples of a step within a range, both ends included. */
const multiples = (step: number, from: number, to: number): number[] => {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: count }, (_, at) => (first + at) * step);
};

/** Few round figures, and the greatest itself where it does not crowd the last of them. */
export const countTicks = (greatest: number): number[] => {
  const magnitude = 10 ** Math.floor(Math.log10(greatest));
  const step = [0.1, 0.2, 0.5, 1, 2].map((part) => part * magnitude).find((size) => greatest / size <= 4.5);
  const wholeStep = Math.max(1, Math.round(step ?? greatest));
  return [...multiples(wholeStep, 0, greatest - wholeStep / 2), greatest];
};

/** At most seven times on the clock; few enough also for a phone. */
export const timeTicks = (from: number, to: number, most: number): { step: number; ticks: number[] } => {
  const step = timeSteps.find((size) => (to - from) / size <= most) ?? (timeSteps.at(-1) as number);
  return { step, ticks: multiples(step, from, to) };
};

/** A time, with its date where a day begins: the night crosses midnight. */
const timeLabels = (timeZone: string, step: number) => {
  const language = document.documentElement.lang;
  const locale = language === '' || language === 'en' ? 'en-GB' : language;
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    ...(step < minute && { second: '2-digit' }),
  });
  const dates = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short' });
  const dateOf = (value: number) => dates.format(value).replace('Sept', 'Sep');
  return (ticks: readonly number[]) =>
    ticks.map((value, at) => {
      const day = dateOf(value);
      const before = ticks[at - 1];
      const isNewDay = before === undefined || dateOf(before) !== day;
      return { value, label: isNewDay ? [time.format(value), day] : time.format(value) };
    });
};

/** The figure at the end of the line, so that nothing needs a pointer to be read. */
const lastValue = (data: ChartData, look: Look): Plugin<'line'> => ({
  id: 'last-value',
  afterDraw: ({ ctx, scales }) => {
    const last = data.values.findLast(({ value }) => value !== null);
    const [x, y] = [scales['x'], scales['y']];
    if (!last || last.value === null || !x || !y) return;
    ctx.save();
    ctx.fillStyle = look.ink;
    ctx.font = `bold ${look.font.size}px ${look.font.family}`;
    ctx.textBaseline = 'middle';
    ctx.fillText(
      last.value.toLocaleString('en'),
      x.getPixelForValue(last.at ?? 0) + 6,
      y.getPixelForValue(last.value),
    );
    ctx.restore();
  },
});

/** Reports in over time, as steps; gaps stay gaps, and a value between two of them is a point. */
export const progressConfiguration = (data: ChartData, look: Look): LineConfiguration => {
  const points = data.values.map(({ at, value }, index) => ({ x: at ?? index, y: value }));
  const times = points.map(({ x }) => x);
  const from = Math.min(...times);
  const to = Math.max(from + second, ...times);
  const greatest = Math.max(1, data.greatest ?? 0, ...points.map(({ y }) => y ?? 0));
  const isLone = (at: number) =>
    typeof points[at - 1]?.y !== 'number' && typeof points[at + 1]?.y !== 'number';
  const right = 10 + look.font.size * 0.65 * greatest.toLocaleString('en').length;
  return {
    type: 'line',
    data: {
      datasets: [
        {
          data: points,
          stepped: true,
          clip: false,
          borderColor: look.ink,
          backgroundColor: look.ink,
          borderWidth: 2,
          pointRadius: ({ dataIndex }) => (isLone(dataIndex) ? 3 : 0),
        },
      ],
    },
    options: {
      ...still,
      events: [],
      layout: { padding: { right, top: 8 } },
      scales: {
        x: {
          type: 'linear',
          min: from,
          max: to,
          border: { color: look.ink },
          grid: { display: false },
          afterBuildTicks: (axis) => {
            const { step, ticks } = timeTicks(from, to, Math.min(6, axis.chart.width / 90));
            axis.ticks = timeLabels(data.timeZone, step)(ticks);
          },
          ticks: {
            color: look.muted,
            font: look.font,
            autoSkip: false,
            maxRotation: 0,
            callback(value, at) {
              return this.ticks[at]?.label ?? value;
            },
          },
        },
        y: {
          min: 0,
          max: greatest,
          border: { display: false },
          grid: { color: look.soft, lineWidth: 0.5 },
          afterBuildTicks: (axis) => {
            axis.ticks = countTicks(greatest).map((value) => ({ value }));
          },
          ticks: {
            color: look.muted,
            font: look.font,
            autoSkip: false,
            callback: (value) => Number(value).toLocaleString('en'),
          },
        },
      },
    },
    plugins: [lastValue(data, look)],
  };
};

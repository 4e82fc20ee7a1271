import type { Chart, Plugin } from 'chart.js';
import { type LineConfiguration, type Look, still } from './chart-look.ts';
import type { ChartData } from './table-twin.ts';

/** Seats as unit squares standing on the axis, outlined until they are declared. */
const unitSquares = (data: ChartData, look: Look): Plugin<'line'> => ({
  id: 'unit-squares',
  afterDraw: ({ ctx, chartArea: area, scales }) => {
    const tallest = Math.max(1, ...data.values.map(({ value }) => value ?? 0));
    const room = Math.min(area.width / data.values.length, area.height / tallest, 44);
    const side = Math.max(2, Math.round(room * 0.8));
    ctx.save();
    ctx.lineWidth = 2;
    ctx.strokeStyle = ctx.fillStyle = look.bar;
    data.values.forEach(({ value }, at) => {
      const left = Math.round((scales['x']?.getPixelForValue(at) ?? 0) - side / 2);
      for (let seat = 1; seat <= (value ?? 0); seat += 1) {
        const top = Math.round(area.bottom - seat * room);
        if (data.isDeclared) ctx.fillRect(left, top, side, side);
        else ctx.strokeRect(left + 1, top + 1, side - 2, side - 2);
      }
    });
    ctx.restore();
  },
});

const roomOf = ({ width }: Chart, { values }: ChartData): number => width / values.length;

/** Seats by list, in list-number order. */
export const seatsConfiguration = (data: ChartData, look: Look): LineConfiguration => ({
  type: 'line',
  data: {
    labels: data.values.map(({ label }) => label),
    datasets: [
      {
        data: data.values.map(({ label, value }) => ({ x: label, y: value })),
        showLine: false,
        pointRadius: 0,
      },
    ],
  },
  options: {
    ...still,
    events: [],
    scales: {
      x: {
        offset: true,
        border: { color: look.ink },
        grid: { display: false },
        ticks: {
          color: look.ink,
          font: ({ chart }) => ({ ...look.font, size: roomOf(chart, data) < 26 ? 11 : look.font.size }),
          autoSkip: false,
          maxRotation: 0,
          // Where numbers would touch, every other one stands a line lower.
          callback(_, at) {
            const label = data.values[at]?.label ?? '';
            return roomOf(this.chart, data) < 18 && at % 2 === 1 ? ['', label] : label;
          },
        },
      },
      y: { display: false, min: 0 },
    },
  },
  plugins: [unitSquares(data, look)],
});

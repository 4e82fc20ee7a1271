import { CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import { type LineConfiguration, lookOf } from './chart-look.ts';
import { progressConfiguration } from './progress-chart.ts';
import { seatsConfiguration } from './seats-chart.ts';
import type { ChartData } from './table-twin.ts';

Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement);

export interface Drawing {
  readonly canvas: HTMLCanvasElement;
  readonly update: (data: ChartData) => void;
}

const configurationOf = (canvas: HTMLCanvasElement, data: ChartData): LineConfiguration =>
  data.kind === 'seats'
    ? seatsConfiguration(data, lookOf(canvas))
    : progressConfiguration(data, lookOf(canvas));

/** Draws a chart on the canvas; an update draws it anew, with the colours of that moment. */
export const drawChart = (canvas: HTMLCanvasElement, first: ChartData): Drawing => {
  let chart = new Chart(canvas, configurationOf(canvas, first));
  return {
    canvas,
    update: (data) => {
      chart.destroy();
      chart = new Chart(canvas, configurationOf(canvas, data));
    },
  };
};

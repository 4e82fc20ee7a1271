import { inspectCapped } from '#functions/inspection/capped.ts';
import { cleanFiles } from '../support/clean-files.ts';
import { HEAVY_FILES, type HeavyFile } from './inspection-files.ts';
import { type Figure, only, spreadOf } from './measure.ts';

const MEGABYTE = 1_000_000;

const heavyFigures = async ({ name, what, make }: HeavyFile): Promise<readonly Figure[]> => {
  const bytes = await make();
  const { inspection, usage } = await inspectCapped({ name, bytes });
  const found = inspection.findings[0]?.code ?? inspection.inner.flatMap(({ findings }) => findings)[0]?.code;
  const verdict = found === undefined ? inspection.verdict : `${inspection.verdict}, ${found}`;
  return [
    {
      name: `${what} (${verdict})`,
      unit: 's',
      measured: only(usage.milliseconds / 1000),
      target: { relation: '<', value: 20 },
      yardstick: null,
    },
    {
      name: '  its peak memory',
      unit: 'MB',
      measured: only(Math.round(usage.peakBytes / MEGABYTE)),
      target: { relation: '<', value: 512 },
      yardstick: { what: 'the file', value: bytes.length / MEGABYTE },
    },
  ];
};

/** What an ordinary file takes, most of it for starting the process. */
const ordinaryFigure = async (): Promise<Figure> => {
  const taken: number[] = [];
  for (const file of await cleanFiles()) taken.push((await inspectCapped(file)).usage.milliseconds);
  return {
    name: 'an ordinary small file of each kind',
    unit: 'ms',
    measured: spreadOf(taken),
    target: { relation: '<', value: 2_000 },
    yardstick: null,
  };
};

/** Every kind of file at its largest, and files that are made to be heavy, each in its process with its caps. */
export const inspection = async (): Promise<readonly Figure[]> => {
  const figures: Figure[] = [await ordinaryFigure()];
  for (const heavy of HEAVY_FILES) figures.push(...(await heavyFigures(heavy)));
  return figures;
};

import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { AdminError } from '../admin/error.ts';
import { chartSchema } from '../decision.ts';
import { barsSvg } from '../draw/bars.ts';
import { pngOf } from '../draw/png.ts';
import { speakerOf } from '../text/i18n.ts';
import { loadTexts } from '../text/load.ts';
import { renderChart } from '../text/render.ts';

const answered = z.object({ wards: z.array(z.object({ ward: z.string(), chart: chartSchema })) });

/** Writes the chart of the one ward that `progress` answered about, in Vietnamese, where the operator is. */
export async function writeProgressPng(path: string, data: unknown): Promise<void> {
  const { wards } = answered.parse(data);
  const [only, ...others] = wards;
  if (only === undefined || others.length > 0)
    throw new AdminError(
      `--png draws one ward: choose it with --ward (${wards.map(({ ward }) => ward).join(', ') || 'there is none yet'}).`,
    );
  const speaker = speakerOf(loadTexts());
  await writeFile(path, await pngOf(barsSvg(renderChart(only.chart, 'vi', speaker))));
}

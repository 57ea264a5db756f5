import { type Bars, barsSvg } from './bars.ts';
import { besideSvg } from './beside.ts';

/** A chart as an SVG: parts of a whole, or bars beside each other. */
export function chartSvg(chart: Bars & { readonly as?: 'beside' }): string {
  return chart.as === 'beside' ? besideSvg(chart) : barsSvg(chart);
}

import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Bars } from './bars.ts';
import { family } from './fonts.ts';

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

// A phone of 360 px shows it at half this size: letters of 13 px.
const width = 720;
const letters = 26;
const ink = '#1f2b29';
const bar = 30;

/** Told apart without colour: full, striped, dotted, empty, lines across. */
const looks = [
  { color: '#0f5e5a' },
  {
    color: '#f3d9a4',
    decal: {
      symbol: 'rect',
      color: '#a86a00',
      dashArrayX: [1, 0],
      dashArrayY: [5, 7],
      rotation: -Math.PI / 4,
    },
  },
  {
    color: '#dcebf7',
    decal: {
      symbol: 'circle',
      color: '#2f6f9f',
      dashArrayX: [
        [10, 10],
        [0, 10, 10, 0],
      ],
      dashArrayY: [8, 2],
      symbolSize: 0.8,
    },
  },
  { color: '#ffffff' },
  {
    color: '#f6dcd8',
    decal: {
      symbol: 'rect',
      color: '#9c2f1f',
      dashArrayX: [1, 0],
      dashArrayY: [4, 8],
      rotation: Math.PI / 2,
    },
  },
] as const;

/** Bars beside each other for each row, every one with its number; an SVG that stands alone, made without a browser. */
export function besideSvg({ rows, series }: Bars): string {
  const top = series.length * 44 + 16;
  const height = top + rows.length * (series.length * bar + 34) + 16;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  const text = { fontFamily: family, fontSize: letters, color: ink };
  try {
    chart.setOption({
      animation: false,
      backgroundColor: '#ffffff',
      legend: {
        orient: 'vertical',
        left: 16,
        top: 12,
        itemWidth: 44,
        itemHeight: 28,
        itemGap: 14,
        textStyle: text,
        data: [...series],
      },
      grid: { left: 236, right: 84, top, bottom: 16 },
      xAxis: { type: 'value', minInterval: 1, axisLabel: { show: false }, splitLine: { show: false } },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(({ label }) => label),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: ink, width: 2 } },
        axisLabel: { ...text, width: 212, overflow: 'break', lineHeight: 30, interval: 0 },
      },
      series: series.map((name, at) => ({
        name,
        type: 'bar',
        silent: true,
        barWidth: bar - 4,
        barGap: '15%',
        data: rows.map(({ values }) => values[at] ?? 0),
        itemStyle: { ...looks[at % looks.length], borderColor: ink, borderWidth: 2 },
        label: { show: true, position: 'right', ...text, fontWeight: 700 },
      })),
    });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

import { type Chart, type Phrase, say } from '../decision.ts';
import { type Glance, marks } from './glance.ts';

/** The latest days on which something happened that one chart shows. */
const mostDays = 14;

/** The charts of a round at a glance, in the order in which they are looked at; those with nothing to show are left out. */
export function chartsOf({ causes, days, indicators, zones }: Glance): readonly Chart[] {
  const row = (label: Chart['rows'][number]['label'], ...values: readonly number[]) => ({ label, values });
  const listed = [say('glance.poor'), say('glance.near-poor')];
  const charts: readonly Chart[] = [
    {
      as: 'beside',
      title: say('glance.zones'),
      series: [say('glance.all'), ...marks.map((mark) => say(`glance.${mark}`)), say('glance.late')],
      rows: zones
        .filter(({ all }) => all > 0)
        .map((zone) => row(zone.zone.name, zone.all, ...marks.map((mark) => zone[mark]), zone.late)),
    },
    {
      as: 'beside',
      title: say('glance.days'),
      series: marks.map((mark) => say(`glance.${mark}`)),
      rows: [...days]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .slice(-mostDays)
        .map(([day, counts]) =>
          row(say('glance.day', { day: { day } }), ...marks.map((mark) => counts[mark])),
        ),
    },
    ...(['poor', 'near-poor'] as const).map((which): Chart => ({
      as: 'beside',
      title: say(`glance.years-${which}`),
      series: [say('glance.before'), say('glance.now')],
      rows: zones
        .filter(({ before, now }) => before[which] + now[which] > 0)
        .map(({ before, now, zone }) => row(zone.name, before[which], now[which])),
    })),
    {
      as: 'beside',
      title: say('glance.indicators'),
      series: listed,
      rows: heaviest(indicators, (id) => say(`desk.rule.${id}`)),
    },
    {
      as: 'beside',
      title: say('glance.causes'),
      series: listed,
      rows: heaviest(causes, (id) => say(`desk.cause.${id}`)),
    },
  ];
  return charts.filter(({ rows }) => rows.length > 0);
}

/** What weighs most first; what nobody has is left out. */
function heaviest(counts: Glance['causes'], label: (id: string) => Phrase): Chart['rows'] {
  return [...counts]
    .map(([id, { poor, 'near-poor': nearPoor }]) => ({
      label: label(id),
      values: [poor, nearPoor],
    }))
    .filter(({ values }) => sum(values) > 0)
    .toSorted((a, b) => sum(b.values) - sum(a.values));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}

import { createWriteStream } from 'node:fs';
import { beginReport, brokenIn, wantedOf } from '../../src/export/report.ts';
import { writeReportCsv } from '../../src/export/report-csv.ts';
import { writeReportXlsx } from '../../src/export/report-xlsx.ts';
import type { Source } from '../../src/export/source.ts';
import { wordsIn } from '../../src/export/words.ts';
import type { ReportHousehold } from '../../src/report/household.ts';
import { reportedIndicators } from '../../src/report/tables/deprivations.ts';

/**
 * A program of its own, so that its heap can be limited: writes a report of so many made-up households of four people,
 * and says what it holds. `large.ts 20000 report.xlsx|folder`
 */
const [count = '0', out = ''] = process.argv.slice(2);
const households = Number(count);
const zones = Array.from({ length: 50 }, (_, at) => ({ id: at + 1, name: `Khu ${at + 1}` }));

function household(at: number): ReportHousehold {
  const isPoor = at % 2 === 0;
  return {
    dossier: at + 1,
    zone: (at % zones.length) + 1,
    name: `Mẫu Số ${at}`,
    state: 'certified',
    isTwin: false,
    before: at % 3 === 0 ? 'poor' : null,
    after: isPoor ? 'poor' : 'near-poor',
    isOpen: false,
    movement:
      at % 3 === 0
        ? isPoor
          ? 'stays-poor'
          : 'poor-to-near-poor'
        : isPoor
          ? 'newly-poor'
          : 'newly-near-poor',
    people: 4,
    members: [0, 1, 2, 3].map((person) => ({
      id: `m${person}`,
      name: `Người ${at}-${person}`,
      relation: person === 0 ? null : 'con',
      birth: { kind: 'year', year: 1950 + ((at + person * 17) % 70) },
      isChild: person > 1,
    })),
    groups: at % 5 === 0 ? ['ethnic-minority'] : ['other'],
    causes: ['capital'],
    findings: reportedIndicators.map(({ id }, index) => ({
      indicator: id,
      verdict: (at + index) % 4 === 0 ? 'deprived' : 'not-deprived',
      members: ['m2'],
    })),
    supports: [],
  };
}

const source: Source = {
  of: {
    ward: 'phường Lớn',
    zone: null,
    isPart: false,
    round: 1,
    listYear: 2026,
    standard: 'Chuẩn mẫu',
    asOf: '2026-12-31',
  },
  basis: {
    zones,
    isWhole: true,
    listYear: 2026,
    hasList: true,
    totals: [],
    indicators: reportedIndicators.map(({ id }) => id),
  },
  counts: {
    zones: zones.length,
    households,
    recognised: households,
    supports: 0,
    steps: 0,
    hasList: true,
    isRegular: false,
    isLimited: false,
  },
  households: async function* () {
    for (let at = 0; at < households; at += 1) yield household(at);
  },
  steps: async function* () {},
};

const report = await beginReport(source, wantedOf(null), wordsIn('vi'));
if (out.endsWith('.xlsx')) await writeReportXlsx(createWriteStream(out), report);
else await writeReportCsv(out, report);
const rows = report.checked.reduce((sum, { has }) => sum + has, 0);
process.stdout.write(`${JSON.stringify({ rows, broken: brokenIn(report) })}\n`);

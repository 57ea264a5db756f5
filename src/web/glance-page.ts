import { html } from 'hono/html';
import type { RenderedChart } from '../text/rendered.ts';
import type { Assets } from './assets.ts';
import { dayIn } from './day.ts';
import type { GlancePage } from './port.ts';
import { shell } from './shell.ts';
import { type Lang, webTexts } from './texts.ts';

type Frame = { readonly lang: Lang; readonly assets: Assets };

/** What a link to the figures of the office opens first: programs that look at links ahead must not use it up. */
export const glanceDoor = ({ assets, lang }: Frame, token: string) => {
  const texts = webTexts[lang].glance;
  return shell({
    lang,
    title: texts.title,
    description: texts.title,
    assets,
    styles: ['plain.css'],
    body: html`<body class="note">
      <main>
        <h1>${texts.title}</h1>
        <p>${texts.once}</p>
        <form method="post" action="/tong-quan/${token}?lang=${lang}">
          <button class="button" type="submit">${texts.open}</button>
        </form>
      </main>
    </body>`,
  });
};

/** The figures of a round for its office: charts, each with its table behind. */
export const glancePage = (
  { assets, lang }: Frame,
  page: GlancePage,
  svg: (chart: RenderedChart) => string,
) => {
  const texts = webTexts[lang].glance;
  return shell({
    lang,
    title: `${texts.title} · ${page.ward}`,
    description: texts.title,
    assets,
    styles: ['figures.css'],
    body: html`<body class="figures">
      <main>
        <p class="heading">${texts.office}</p>
        <h1>${texts.title}</h1>
        <p class="where">${page.ward}</p>
        <p class="days">${texts.of({ ...page, day: dayIn(lang, page.day) })}</p>
        ${page.notes.map((note) => html`<p>${note}</p> `)}
        ${page.charts.map(
          (chart) =>
            html`<section>
              <h2>${chart.title}</h2>
              <img
                class="chart"
                src="data:image/svg+xml;base64,${Buffer.from(svg(chart)).toString('base64')}"
                alt="${texts.alt(chart.title)}"
              />
              <details>
                <summary>${texts.table}</summary>
                ${tableOf(chart)}
              </details>
            </section>`,
        )}
      </main>
    </body>`,
  });
};

const tableOf = ({ rows, series }: RenderedChart) =>
  html`<table class="stacked">
    <thead>
      <tr>
        <td></td>
        ${series.map((name) => html`<th scope="col">${name}</th> `)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ label, values }) =>
          html`<tr>
            <th scope="row">${label}</th>
            ${values.map((value, at) => html`<td class="number" data-name="${series[at] ?? ''}">${value}</td> `)}
          </tr> `,
      )}
    </tbody>
  </table>`;

import { html } from 'hono/html';
import { told } from '../report/moves.ts';
import type { Published } from '../report/published.ts';
import type { Assets } from './assets.ts';
import { publishedTexts } from './published-texts.ts';
import { shell } from './shell.ts';
import type { Lang } from './texts.ts';

/** The numbers of a round that a ward has published, to read on a phone or to print. */
export const publishedPage = (
  { lang, assets }: { readonly lang: Lang; readonly assets: Assets },
  page: Published,
) => {
  const texts = publishedTexts[lang];
  const title = texts.title(page.listYear);
  const shown = (count: number | null) => (count === null ? texts.hidden : String(count));
  const cell = (count: number | null) =>
    html`<td class="${count === null ? 'hidden' : 'number'}">${shown(count)}</td> `;
  const named = (
    rows: Published['causes'],
    of: { readonly title: string; readonly name: string; readonly note: string },
  ) =>
    html`<section>
      <h2>${of.title}</h2>
      <p>${of.note}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">${of.name}</th>
            <th scope="col">${texts.columns.poor}</th>
            <th scope="col">${texts.columns.nearPoor}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ name, nearPoor, poor }) =>
              html`<tr>
                <th scope="row">${name[lang]}</th>
                ${cell(poor)}${cell(nearPoor)}
              </tr> `,
          )}
        </tbody>
      </table>
    </section>`;
  return shell({
    lang,
    title: `${title} · ${page.ward.name}`,
    description: `${texts.heading}, ${page.ward.name}`,
    assets,
    styles: ['figures.css'],
    body: html`<body class="figures">
      <main>
        <p class="heading">${texts.heading}</p>
        <h1>${title}</h1>
        <p class="where">${page.ward.name}</p>
        <p class="days">${texts.of({ number: page.round.number, day: page.day })}</p>
        <section>
          <h2>${texts.whole}</h2>
          <table class="sums">
            <tbody>
              ${told.map(
                (each) =>
                  html`<tr>
                    <th scope="row">${texts.columns[each]}</th>
                    ${cell(page.whole[each])}
                  </tr> `,
              )}
            </tbody>
          </table>
          <ul>
            ${texts.what.map((line) => html`<li>${line}</li> `)}
            <li>${page.hiding.rule[lang]}</li>
          </ul>
        </section>
        <section>
          <h2>${texts.byZone}</h2>
          <table class="stacked">
            <thead>
              <tr>
                <th scope="col">${texts.zone}</th>
                ${told.map((each) => html`<th scope="col">${texts.columns[each]}</th> `)}
              </tr>
            </thead>
            <tbody>
              ${page.zones.map(
                (zone) =>
                  html`<tr>
                    <th scope="row">${zone.name}</th>
                    ${told.map(
                      (each) =>
                        html`<td
                          class="${zone[each] === null ? 'hidden' : 'number'}"
                          data-name="${texts.columns[each]}"
                        >
                          ${shown(zone[each])}
                        </td> `,
                    )}
                  </tr> `,
              )}
            </tbody>
          </table>
        </section>
        ${named(page.indicators, { title: texts.indicators, name: texts.name.indicator, note: texts.indicatorsNote })}
        ${named(page.causes, { title: texts.causes, name: texts.name.cause, note: texts.causesNote })}
        <section>
          <h2>${texts.about}</h2>
          <p>${texts.standards(page.standards.map(({ name }) => name[lang]))}</p>
          <p>${texts.source(page.source)}</p>
          <p class="json">
            <a href="/so-lieu/${page.ward.code}/${page.round.number}.json">${texts.json}</a>
          </p>
        </section>
      </main>
    </body>`,
  });
};

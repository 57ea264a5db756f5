import { html } from 'hono/html';
import type { Assets } from './assets.ts';
import type { PostedPage } from './port.ts';
import { postedTexts } from './posted-texts.ts';
import { shell } from './shell.ts';
import type { Lang } from './texts.ts';

/** The page of a posted list, to be printed on A4 and hung up; nobody finds it but by its link. */
export const postedPage = (
  { lang, assets }: { readonly lang: Lang; readonly assets: Assets },
  page: PostedPage,
) => {
  const texts = postedTexts[lang];
  const title = texts.title(page.listYear);
  const where = texts.where(page.zone, page.ward);
  return shell({
    lang,
    title: `${title} · ${where}`,
    description: where,
    assets,
    styles: ['posted.css'],
    body: html`<body class="posted">
      <main>
        <p class="heading">${texts.heading}</p>
        <h1>${title}</h1>
        <p class="where">${where}</p>
        <p class="days">${texts.days(page)}${page.untilConfirmed ? '' : ` ${texts.unconfirmed}`}</p>
        <table>
          <thead>
            <tr>
              <th scope="col">${texts.columns.number}</th>
              <th scope="col">${texts.columns.name}</th>
              <th scope="col">${texts.columns.class}</th>
            </tr>
          </thead>
          <tbody>
            ${page.lines.map(
              ({ category, name }, at) =>
                html`<tr>
                  <td>${at + 1}</td>
                  <td>${name}</td>
                  <td>${texts.classes[category]}</td>
                </tr> `,
            )}
          </tbody>
        </table>
        <section>
          <h2>${texts.object}</h2>
          <ul>
            ${texts.how.map((line) => html`<li>${line}</li> `)}
          </ul>
        </section>
      </main>
    </body>`,
  });
};

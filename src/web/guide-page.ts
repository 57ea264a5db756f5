import { html } from 'hono/html';
import type { Assets } from './assets.ts';
import { guides, type Reader } from './guide-texts.ts';
import { shell } from './shell.ts';
import type { Lang } from './texts.ts';

/** A page that tells residents or heads what to do; fits one sheet of A4 when it is printed. */
export const guidePage = (
  { lang, assets }: { readonly lang: Lang; readonly assets: Assets },
  reader: Reader,
) => {
  const guide = guides[lang][reader];
  return shell({
    lang,
    title: guide.title,
    description: guide.lead,
    assets,
    styles: ['guide.css'],
    body: html`<body class="guide">
      <main>
        <h1>${guide.title}</h1>
        <p class="lead">${guide.lead}</p>
        ${guide.sections.map(
          ({ title, lines }) =>
            html`<section>
              <h2>${title}</h2>
              <ul>
                ${lines.map((line) => html`<li>${line}</li> `)}
              </ul>
            </section> `,
        )}
      </main>
    </body>`,
  });
};

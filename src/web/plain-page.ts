import { html } from 'hono/html';
import { seats } from './account.ts';
import type { Assets } from './assets.ts';
import { shell } from './shell.ts';
import { type Lang, type WebTexts, webTexts } from './texts.ts';

type Frame = { readonly lang: Lang; readonly texts: WebTexts; readonly assets: Assets };

/** A page with one kind sentence and a way on. */
export const notePage = (
  { lang, texts, assets }: Frame,
  note: { readonly title: string; readonly text: string; readonly link: string },
) =>
  shell({
    lang,
    title: `${note.title} · ${texts.name}`,
    description: note.text,
    assets,
    styles: ['plain.css'],
    body: html`<body class="note">
      <main>
        <img src="${assets.url('icon.svg')}" alt="" width="72" height="72" />
        <h1>${note.title}</h1>
        <p>${note.text}</p>
        <a class="button" href="/">${note.link}</a>
      </main>
    </body>`,
  });

/** Two phones side by side, a resident's and a village head's, marked as a demonstration in both languages. */
export const demoPage = (
  { lang, texts, assets }: Frame,
  demo: { readonly zoneCode: string; readonly invitation: string },
) => {
  const links = {
    resident: `/seat/resident/k/${encodeURIComponent(demo.zoneCode)}`,
    head: `/seat/head/moi/${encodeURIComponent(demo.invitation)}`,
  };
  return shell({
    lang,
    title: `${texts.trial} · ${texts.name}`,
    description: texts.description,
    assets,
    styles: ['plain.css'],
    body: html`<body class="demo">
      <header>
        <h1 lang="vi">${webTexts.vi.trial}</h1>
        <p lang="en">${webTexts.en.trial}</p>
      </header>
      <main>
        ${seats.map(
          (seat) =>
            html`<section>
              <h2>
                <span lang="vi">${webTexts.vi.seats[seat]}</span>
                <span class="second" lang="en">${webTexts.en.seats[seat]}</span>
              </h2>
              <iframe src="${links[seat]}?lang=${lang}" title="${texts.seats[seat]}"></iframe>
            </section> `,
        )}
      </main>
    </body>`,
  });
};

import { html } from 'hono/html';
import type { Place } from './account.ts';
import type { Assets } from './assets.ts';
import { mostCharacters } from './say.ts';
import { shell } from './shell.ts';
import type { Lang, WebTexts } from './texts.ts';

/** How the page was reached: by itself, by a zone's link or by an invitation. */
export type Way = { readonly kind: 'home' } | { readonly kind: 'zone' | 'invitation'; readonly code: string };

/** The chat; a code in its address is sent only when the start button is pressed. */
export const chatPage = (page: {
  readonly lang: Lang;
  readonly texts: WebTexts;
  readonly assets: Assets;
  readonly place: Place;
  readonly way: Way;
}) => {
  const { lang, texts, assets, place, way } = page;
  const start = texts.start[way.kind];
  const seat = place.seat === undefined ? undefined : texts.seats[place.seat];
  return shell({
    lang,
    title: `${texts.title} · ${texts.name}`,
    description: texts.description,
    assets,
    styles: ['chat.css', 'choices.css', 'large-type.css'],
    script: 'chat.js',
    body: html`<body class="chat" data-page="${JSON.stringify(clientPage(page))}">
      <header class="top">
        <img class="mark" src="${assets.url('icon.svg')}" alt="" width="40" height="40" />
        <h1>
          <span class="name">${texts.name}${seat === undefined ? '' : ` · ${seat}`}</span>
          <span class="title">${seat === undefined ? texts.title : texts.trial}</span>
        </h1>
        <button id="large" class="large" type="button" aria-pressed="false">${texts.large}</button>
      </header>
      <p id="link" class="notice" role="status" hidden></p>
      <noscript><p class="notice">${texts.needsScript}</p></noscript>
      <div class="middle">
        <div
          id="log"
          class="log"
          role="log"
          aria-live="off"
          aria-label="${texts.client.log}"
          tabindex="0"
        ></div>
        <button id="newest" class="newest" type="button" hidden>
          <span class="news">${texts.client.newest}</span><span class="unseen">${texts.client.toEnd}</span>
          <span aria-hidden="true">↓</span>
        </button>
      </div>
      <section
        id="start"
        class="start"
        ${way.kind === 'home' || seat !== undefined ? html`data-home hidden` : ''}
      >
        <p>${start.text}</p>
        <button id="begin" type="button">${start.button}</button>
      </section>
      <form id="composer" class="composer" action="${place.base}/say" method="post">
        <p id="problem" class="problem" role="alert" hidden></p>
        <textarea
          id="text"
          rows="1"
          aria-label="${texts.client.composer}"
          aria-describedby="problem"
          placeholder="${texts.client.placeholder}"
          enterkeyhint="send"
          autocomplete="off"
        ></textarea>
        <button id="send" type="submit">${texts.client.send}</button>
      </form>
    </body>`,
  });
};

/** What the client reads from the page. */
export const clientPage = (page: {
  readonly lang: Lang;
  readonly texts: WebTexts;
  readonly assets: Assets;
  readonly place: Place;
  readonly way: Way;
}) => ({
  base: page.place.base,
  files: page.assets.url(''),
  lang: page.lang,
  most: mostCharacters,
  start: {
    text: page.way.kind === 'home' ? '/start' : `/start ${page.way.code}`,
    label: page.texts.start[page.way.kind].button,
  },
  texts: page.texts.client,
});

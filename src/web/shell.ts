import { html } from 'hono/html';
import type { Assets } from './assets.ts';
import type { Lang } from './texts.ts';

type Html = ReturnType<typeof html>;

/** The frame of every page: head, style and icons. */
export const shell = (page: {
  readonly lang: Lang;
  readonly title: string;
  readonly description: string;
  readonly assets: Assets;
  readonly styles: readonly string[];
  /** The module that the page runs, if any; it and what it imports are fetched at once. */
  readonly script?: string;
  readonly body: Html;
}): Html =>
  html`<!doctype html>
    <html lang="${page.lang}">
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <meta name="robots" content="noindex" />
        <meta name="theme-color" content="#0f5e5a" />
        <title>${page.title}</title>
        <meta name="description" content="${page.description}" />
        <link rel="icon" href="${page.assets.url('icon.svg')}" type="image/svg+xml" />
        <link rel="manifest" href="${page.assets.url('site.webmanifest')}" />
        ${['base.css', ...page.styles].map(
          (name) => html`<link rel="stylesheet" href="${page.assets.url(name)}" /> `,
        )}
        ${page.script === undefined ? '' : scripts(page.assets, page.script)}
      </head>
      ${page.body}
    </html>`;

const scripts = (assets: Assets, script: string): Html =>
  html`${assets.modules.map((name) => html`<link rel="modulepreload" href="${assets.url(name)}" /> `)}
    <script type="module" src="${assets.url(script)}"></script>`;

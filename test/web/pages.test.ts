import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textKeys } from '../../src/web/client/page.ts';
import { chooseLang, webTexts } from '../../src/web/texts.ts';
import { serve } from './served.ts';
import { visit } from './visitor.ts';

let demo: { zoneCode: string; invitation: string } | null = null;
let ready = true;
let web: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  const png = async (sheet: string) => (sheet === 'latrine.vi' ? new Uint8Array([1, 2, 3]) : null);
  web = await serve({ demo: async () => demo, ready: async () => ready, png, svg: () => '<svg/>' });
});
afterAll(() => web.channel.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(web.url + path, { headers });

describe('pages', () => {
  test('carry strict headers and nothing inline', async () => {
    const page = await get('/');
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'; manifest-src 'self'",
    );
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('permissions-policy')).toContain('camera=()');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(html).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]*src=)/);
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  test('load every file they name', async () => {
    const html = await (await get('/')).text();
    const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((found) => found[1] ?? '');
    expect(files.length).toBeGreaterThan(10);
    for (const file of new Set(files)) {
      const answer = await get(file);
      expect(answer.status, file).toBe(200);
      expect(answer.headers.get('cache-control')).toContain('immutable');
      const again = await get(file, { 'If-None-Match': answer.headers.get('etag') ?? '' });
      expect(again.status).toBe(304);
    }
    expect((await get('/assets/chat.js')).headers.get('cache-control')).toContain('must-revalidate');
    expect((await get('/assets/..%2fapp.ts')).status).toBe(404);
  });

  test('give the page of drawings to services that fetch it, and no other', async () => {
    const picture = await get('/pictures/latrine.vi.png?v=1');
    expect(picture.status).toBe(200);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(picture.headers.get('cache-control')).toBe('public, max-age=86400');
    expect(picture.headers.get('set-cookie')).toBeNull();
    expect([...new Uint8Array(await picture.arrayBuffer())]).toEqual([1, 2, 3]);
    for (const path of ['roof.vi.png', 'latrine.vi', 'latrine.png', '..%2fapp.vi.png'])
      expect((await get(`/pictures/${path}`)).status, path).toBe(404);
  });

  test('give the client every word that it asks for', () => {
    for (const texts of Object.values(webTexts)) expect(texts.client).toMatchObject(words());
  });

  test('put a code in an attribute only, and refuse what is no code', async () => {
    expect(await (await get('/k/AB-12_z')).text()).toContain('/start AB-12_z');
    for (const path of ['/k/%22%3E%3Cb%3E', `/moi/${'x'.repeat(65)}`, '/k/', '/nothing', '/seat/other/']) {
      const page = await get(path);
      expect(page.status, path).toBe(404);
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(page.headers.get('set-cookie')).toBeNull();
    }
  });

  test('consume nothing when a link is only looked at', async () => {
    for (const path of ['/k/ZONE1', '/moi/INVITE1', '/moi/INVITE1']) await (await get(path)).text();
    expect(web.inbox.size).toBe(0);
    expect(web.kept.size).toBe(0);
  });

  test('speak Vietnamese unless English is wished for first', async () => {
    expect(chooseLang(undefined, undefined)).toBe('vi');
    expect(chooseLang(undefined, 'fr')).toBe('vi');
    expect(chooseLang(undefined, 'vi-VN,vi;q=0.9,en;q=0.8')).toBe('vi');
    expect(chooseLang(undefined, 'en-GB,en;q=0.9,vi;q=0.8')).toBe('en');
    expect(chooseLang('vi', 'en')).toBe('vi');
    expect(await (await get('/', { 'Accept-Language': 'en' })).text()).toContain('<html lang="en">');
  });

  test('say whether the server lives and is ready', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
    ready = false;
    expect((await get('/readyz')).status).toBe(503);
    expect((await get('/healthz')).status).toBe(200);
    ready = true;
  });
});

describe('a posted list', () => {
  const page = {
    zone: 'Khu 1',
    ward: 'phường Thử Nghiệm',
    listYear: 2026,
    from: '2026-11-20',
    until: '2026-11-26',
    untilConfirmed: false,
    lines: [
      { name: 'Lan <Mẫu>', category: 'poor' },
      { name: 'Hoa', category: 'near-poor' },
    ],
  } as const;

  test('shows names and classes, its days and how to object, and is found by its link only', async () => {
    web.lists.set('T-1_a', page);
    const answer = await get('/niem-yet/T-1_a');
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(html).toContain('<meta name="robots" content="noindex" />');
    expect(wordsOf(html)).toContain(
      [
        'Niêm yết Danh sách rà soát hộ nghèo, hộ cận nghèo năm 2026 Khu 1, phường Thử Nghiệm',
        'Niêm yết từ ngày 20/11/2026 đến hết ngày 26/11/2026. Số ngày này chưa chắc chắn',
      ].join(' '),
    );
    expect(wordsOf(html)).toContain(
      'Số Hộ Kết quả rà soát 1 Lan &lt;Mẫu&gt; hộ nghèo 2 Hoa hộ cận nghèo Thấy',
    );
    expect(html).not.toMatch(/<style|style=|<script/);
    const english = wordsOf(await (await get('/niem-yet/T-1_a?lang=en')).text());
    expect(english).toContain('Posted from 20 Nov 2026 to the end of 26 Nov 2026.');
    expect(english).toContain(
      'No. Household Result 1 Lan &lt;Mẫu&gt; poor household 2 Hoa near-poor household',
    );
  });

  test('is kindly said to hang no more', async () => {
    for (const token of ['gone', 'x'.repeat(80)]) {
      const answer = await get(`/niem-yet/${token}`);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('không còn dán ở đây nữa');
    }
  });
});

describe('published figures', () => {
  const hidden = { reviewed: 12, poor: null, nearPoor: null, left: 0, new: null };
  const both = (vi: string, en: string) => ({ vi, en });
  const page = {
    format: 'rasoat-published-1',
    ward: { code: 'thu', name: 'phường <Thử>' },
    round: { number: 3, kind: 'yearly', startsOn: '2026-09-01', endsOn: '2026-12-14' },
    listYear: 2026,
    standards: [{ id: 'mau', name: both('Chuẩn mẫu', 'Made-up standard') }],
    day: '2026-12-20',
    source: 'Quyết định mẫu',
    hiding: { fewerThan: 5, rule: both('Số dưới 5 thì ẩn.', 'Fewer than 5 are hidden.') },
    whole: { reviewed: 300, poor: 21, nearPoor: 40, left: 9, new: 6 },
    zones: [{ name: 'Khu 1', ...hidden }],
    indicators: [{ id: 'water', name: both('Nguồn nước', 'Water'), poor: 8, nearPoor: null }],
    causes: [{ id: 'capital', name: both('Thiếu vốn', 'No capital'), poor: 0, nearPoor: 11 }],
  } as const;

  test('are open to all, in both languages, and may be kept for a while', async () => {
    web.published.set('thu/3', {
      ...page,
      standards: [...page.standards],
      zones: [...page.zones],
      indicators: [...page.indicators],
      causes: [...page.causes],
    });
    const answer = await get('/so-lieu/thu/3');
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).not.toMatch(/<style|style=|<script/);
    expect(wordsOf(html)).toContain('năm 2026 phường &lt;Thử&gt; Đợt rà soát số 3. Công bố ngày 20/12/2026.');
    expect(wordsOf(html)).toContain('Hộ được rà soát 300 Hộ nghèo 21 Hộ cận nghèo 40');
    expect(wordsOf(html)).toContain('Khu 1 12 không ghi không ghi 0 không ghi');
    expect(wordsOf(html)).toContain('Nguồn nước 8 không ghi');
    const english = wordsOf(await (await get('/so-lieu/thu/3?lang=en')).text());
    expect(english).toContain('Khu 1 12 hidden hidden 0 hidden');
    expect(english).toContain('Fewer than 5 are hidden.');
  });

  test('are given to programs as they were kept', async () => {
    const answer = await get('/so-lieu/thu/3.json');
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    expect(await answer.json()).toEqual(page);
  });

  test('are kindly said not to be there', async () => {
    const answer = await get('/so-lieu/thu/4');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).toContain('chưa được công bố, hoặc đã được rút lại');
    const json = await get('/so-lieu/thu/4.json');
    expect([json.status, await json.json()]).toEqual([404, { code: 'not-published' }]);
    for (const path of ['/so-lieu/thu/x', '/so-lieu/thu/0', '/so-lieu/%3Cb/1'])
      expect((await get(path)).status, path).toBe(404);
  });
});

describe('the figures of the office', () => {
  const token = 'T'.repeat(43);

  test('open when the button of their link is pressed, once, and not when a program looks at it', async () => {
    web.glances.set(token, {
      ward: 'phường <Thử>',
      listYear: 2026,
      day: '2026-11-20',
      notes: ['Còn 3 hộ.'],
      charts: [{ title: 'Từng khu', series: ['Một', 'Hai'], rows: [{ label: 'Khu 1', values: [4, 0] }] }],
    });
    for (const _ of [1, 2])
      expect(await (await get(`/tong-quan/${token}`)).text()).toContain('method="post"');
    const answer = await fetch(`${web.url}/tong-quan/${token}?lang=vi`, { method: 'POST' });
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(html).not.toMatch(/<style|style=|<script/);
    expect(html).toContain('src="data:image/svg+xml;base64,PHN2Zy8+"');
    expect(wordsOf(html)).toContain(
      'phường &lt;Thử&gt; Danh sách năm 2026. Số liệu ngày 20/11/2026. Còn 3 hộ.',
    );
    expect(wordsOf(html)).toContain('Xem bảng số Một Hai Khu 1 4 0');
    const again = await fetch(`${web.url}/tong-quan/${token}`, { method: 'POST' });
    expect(again.status).toBe(404);
    expect(await again.text()).toContain('đã dùng rồi hoặc đã hết hạn');
    expect((await get('/tong-quan/kurz')).status).toBe(404);
  });
});

describe('the demonstration', () => {
  test('answers kindly with 404 while there is none', async () => {
    demo = null;
    for (const path of ['/demo', '/seat/resident', '/seat/head/moi/X', '/seat/head/lines']) {
      const page = await get(path);
      expect(page.status, path).toBe(404);
      expect(await page.text()).toContain('không mở bản dùng thử');
      expect(page.headers.get('set-cookie')).toBeNull();
    }
  });

  test('shows both seats, marked as made up in both languages', async () => {
    demo = { zoneCode: 'DEMO1', invitation: 'HEAD1' };
    const html = await (await get('/demo')).text();
    expect(html).toContain('/seat/resident/k/DEMO1');
    expect(html).toContain('/seat/head/moi/HEAD1');
    expect(html).toContain('Bản dùng thử – người và số đều không có thật');
    expect(html).toContain('Trial version – made-up data');
    expect(html).not.toContain('<script');
  });

  test('gives each seat an account of its own', async () => {
    demo = { zoneCode: 'DEMO1', invitation: 'HEAD1' };
    const head = await visit(web.url, '/seat/head/moi/HEAD1');
    const resident = await visit(web.url, '/seat/resident/k/DEMO1');
    expect(head.page.headers.get('set-cookie')).toMatch(/^rasoat-head=.*Path=\/seat\/head(;|$)/);
    expect(resident.cookie).toMatch(/^rasoat-resident=/);
    await head.say({ text: 'Tôi là trưởng thôn' });
    expect((await head.lines()).lines).toHaveLength(1);
    expect((await resident.lines()).lines).toHaveLength(0);
  });
});

const wordsOf = (html: string) =>
  html
    .slice(html.indexOf('<main'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
const words = () => Object.fromEntries(textKeys.map((key) => [key, expect.any(String)]));

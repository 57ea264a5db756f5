import { expect, onTestFinished, test } from 'vitest';
import { startBotApi } from '../telegram/bot-api.ts';
import { startZaloApi } from '../zalo/bot-api.ts';
import { adminJson, dataDir, freePort, startProgram } from './program.ts';

/** The services, a zone, and the settings of a program that talks with them. */
async function setUp() {
  const telegram = await startBotApi();
  onTestFinished(() => telegram.close());
  const zalo = await startZaloApi();
  onTestFinished(() => zalo.close());
  const port = await freePort();
  const own = {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_API_ROOT: zalo.url,
    DATA_DIR: await dataDir(),
    PORT: String(port),
    QUIET_HOURS: '',
  };
  return { telegram, zalo, own, base: `http://127.0.0.1:${port}`, publicUrl: 'https://rasoat.example.vn' };
}

async function withZone(own: Record<string, string>): Promise<void> {
  await adminJson(['ward', 'add', '--name', 'Thử', '--area', 'urban', '--code', 'thu'], own);
  await adminJson(['zone', 'add', '--ward', 'thu', '--name', 'Khu', '--code', 'khu-thu'], own);
}

test(
  'people on Telegram and Zalo are heard over webhooks, then by fetching, and nothing is lost or doubled between',
  { timeout: 240_000 },
  async () => {
    const { telegram, zalo, own, base, publicUrl } = await setUp();
    const lan = telegram.person(501);
    const hoa = zalo.person('hoa-1');

    const handed = await startProgram({
      ...own,
      PUBLIC_URL: publicUrl,
      ZALO_WEBHOOK_SECRET: 'mot-hai-ba-bon',
    });
    await withZone(own);
    await telegram.until(() => telegram.webhook() !== '' && zalo.webhook() !== null, 60_000);
    expect(telegram.webhook()).toBe('https://rasoat.example.vn/webhook/telegram');
    expect(zalo.webhook()).toEqual({ url: `${publicUrl}/webhook/zalo`, secret: 'mot-hai-ba-bon' });
    lan.says('/start khu-thu');
    hoa.says('/start khu-thu');
    expect(await telegram.handOver(base)).toBe(200);
    expect(await zalo.handOver(base)).toBe(true);
    await telegram.until(() => lan.hears.length === 1 && hoa.hears.length === 1, 60_000);
    expect(hoa.hears[0]).toMatch(/Xin chào![\s\S]*\n1\. Tiếng Việt\n2\. English$/);

    // Taken by the webhook, but the yes is lost: it comes once more, the other way.
    lan.presses('Tiếng Việt');
    const [press] = telegram.pending();
    const headers = { 'X-Telegram-Bot-Api-Secret-Token': telegram.webhookSecret() };
    const body = JSON.stringify(press);
    const taken = await fetch(`${base}/webhook/telegram`, { method: 'POST', headers, body });
    expect(taken.status).toBe(200);
    hoa.says('1');
    expect(await zalo.handOver(base)).toBe(true);
    await telegram.until(() => lan.hears.length === 2 && hoa.hears.length === 2, 60_000);
    await handed.end();

    hoa.says('có');
    lan.presses('Đồng ý');
    await startProgram(own);
    await telegram.until(() => lan.hears.length === 3 && hoa.hears.length === 3, 60_000);
    expect([telegram.webhook(), zalo.webhook()]).toEqual(['', null]);
    hoa.repeats();
    hoa.sends('unsupported');
    await zalo.until(() => hoa.hears.length === 4, 60_000);
    expect(hoa.hears[3]).toContain('chữ');
    expect(lan.hears).toHaveLength(3);
  },
);

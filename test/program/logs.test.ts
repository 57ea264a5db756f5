import { expect, test } from 'vitest';
import { fold } from '../../src/input/fold.ts';
import { startBotApi } from '../telegram/bot-api.ts';
import { startZaloApi } from '../zalo/bot-api.ts';
import { adminJson, dataDir, startProgram } from './program.ts';
import { openWebChat } from './web-chat.ts';

/** Made up, and like nothing else that a program prints. */
const name = 'Quàng Thị Trắc Nghiệm';
const amount = '7654321';
const yearly = String(7_654_321 * 12);

test(
  'what the program prints holds ids only, also at the lowest level and when things go wrong',
  {
    timeout: 240_000,
  },
  async () => {
    const api = await startBotApi();
    const zalo = await startZaloApi();
    const settings = {
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.url,
      ZALO_BOT_TOKEN: zalo.token,
      ZALO_API_ROOT: zalo.url,
      LOG_LEVEL: 'trace',
    };
    const own = { ...settings, DATA_DIR: await dataDir(), QUIET_HOURS: '' };
    try {
      const program = await startProgram(own);
      await adminJson(['ward', 'add', '--name', 'Thử', '--area', 'urban', '--code', 'thu'], own);
      await adminJson(['zone', 'add', '--ward', 'thu', '--name', 'Khu', '--code', 'khu-thu'], own);
      const { code = '' } = await adminJson(['invite', '--zone', 'khu-thu'], own);

      const chat = await openWebChat(() => program.url, '/k/khu-thu');
      await chat.types('/start khu-thu');
      await chat.presses('vi');
      await chat.presses('yes');
      await chat.types(`${name} 1985`);
      await chat.presses('+');
      for (const said of ['có thể', `${amount} đồng một tháng`, `${name}\0\ud800`, '/start moi-khong-co'])
        await chat.types(said);

      const chatId = 654_321_987;
      const person = api.person(chatId);
      const answered = async (deed: () => unknown) => {
        const before = person.hears.length;
        deed();
        await api.until(() => person.hears.length > before, 60_000);
      };
      await answered(() => person.says(`/start ${code}`));
      await answered(() => person.says('/start khu-thu'));
      // Telegram quotes what it does not like, in quotation marks.
      const description = `Bad Request: can't parse "${name} ${amount}" of ${chatId} for bot${api.token}`;
      api.fail('sendMessage', { code: 500, description });
      api.fail('sendMessage', 'html');
      api.fail('getUpdates', 'reset');
      await answered(() => person.says(`${name} ${amount}`));
      // A message that is refused for good is never heard; the next one is.
      api.fail('sendMessage', { code: 400, description });
      person.says(name);
      await answered(() => person.says(amount));
      person.blocks();
      await api.until(() => api.pending().length === 0, 60_000);

      const onZalo = zalo.person('hoi-thoai-zalo');
      zalo.fail('sendMessage', { code: 500, description: `"${name}" bot${zalo.token}` });
      zalo.fail('sendMessage', 'html');
      zalo.fail('getUpdates', 'reset');
      onZalo.says(`/start khu-thu`);
      onZalo.says(`${name} ${amount}`);
      await zalo.until(() => onZalo.hears.length === 2, 60_000);
      zalo.fail('sendMessage', { code: 400, description: `Bad Request: "${name} ${amount}"` });
      onZalo.says(name);
      onZalo.says(amount);
      await zalo.until(() => onZalo.hears.length === 3, 60_000);
      await program.end();

      const printed = fold(program.out() + program.err()).replaceAll(/[\s_]/g, '');
      expect(printed).toContain('telegramknowsthebot');
      expect(printed).toContain('zaloknowsthebot');
      const personal = [
        zalo.token,
        'hoi-thoai-zalo',
        name,
        'Trắc Nghiệm',
        amount,
        yearly,
        '7.654.321',
        code,
        api.token,
        chat.token,
      ];
      for (const each of [...personal, `/bot${api.token}`, String(chatId), 'Bí Mật', chat.address])
        expect(printed, each).not.toContain(fold(each).replaceAll(/[\s_]/g, ''));
    } finally {
      await api.close();
      await zalo.close();
    }
  },
);

import { expect, onTestFinished, test } from 'vitest';
import type { RenderedChart } from '../../src/text/rendered.ts';
import { addressOf, serve } from './served.ts';
import { visit } from './visitor.ts';

const chart: RenderedChart = {
  title: 'Tiến độ',
  series: ['Xong', 'Chưa'],
  rows: [{ label: 'Khu 1', values: [1, 2] }],
};

test('a chart is a picture for its own chat alone', async () => {
  const drawn: RenderedChart[] = [];
  const web = await serve({
    draw: async (given) => {
      drawn.push(given);
      return new Uint8Array([137, 80]);
    },
  });
  onTestFinished(() => web.channel.stop());
  const [head, other] = [await visit(web.url), await visit(web.url)];
  const rendered = { text: 'Khu 1: 1/3', options: [], actions: [] };
  const address = addressOf(head.cookie);
  await web.channel.send({ id: 1, address, rendered });
  await web.channel.send({ id: 2, address, rendered: { ...rendered, chart } });
  const picture = (change: number, cookie?: string) =>
    fetch(`${web.url}/chart/${change}.png`, cookie === undefined ? {} : { headers: { Cookie: cookie } });
  const found = await picture(2, head.cookie);
  expect([found.status, found.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(found.headers.get('cache-control')).toContain('private');
  expect(new Uint8Array(await found.arrayBuffer())).toEqual(new Uint8Array([137, 80]));
  expect(drawn).toEqual([chart]);
  const refused = [await picture(1, head.cookie), await picture(2, other.cookie), await picture(2)];
  expect(refused.map(({ status }) => status)).toEqual([404, 404, 401]);
});

import type { Outgoing } from '../../src/channel/channel.ts';
import type { Incoming } from '../../src/incoming.ts';
import type { Rendered } from '../../src/text/rendered.ts';
import { serve } from '../web/served.ts';

const things = ['Ti vi', 'Tủ lạnh', 'Xe máy, xe gắn máy có động cơ', 'Máy giặt', 'Điều hòa'];
const question: Rendered = {
  text: 'Chào bà con! Tôi là trợ lý rà soát hộ nghèo, hộ cận nghèo.\n\nNhà mình có ai từ đủ 15 tuổi trở lên đang đi làm có tiền công không?',
  options: [
    { label: 'Có', data: 'answer:yes' },
    { label: 'Không', data: 'answer:no' },
    { label: 'Có, nhưng chỉ làm theo mùa vụ hoặc ai thuê gì làm nấy', data: 'answer:season' },
  ],
  actions: [
    { label: 'Vì sao hỏi?', data: 'why' },
    { label: 'Tôi không biết', data: 'unknown' },
  ],
};

const tickList = (picked: ReadonlySet<number>): Rendered => ({
  text: 'Nhà mình có những đồ dùng nào dưới đây? Bấm để chọn, chọn được nhiều thứ.',
  options: [
    ...things.map((label, at) => ({ label, data: `tick:${at}`, picked: picked.has(at) })),
    { label: picked.size > 0 ? 'Xong' : 'Không có thứ nào', data: 'done' },
  ],
  actions: [{ label: 'Quay lại', data: 'back' }],
});

const drawn: Rendered = {
  text: 'Nhà tiêu loại nào?',
  options: ['Có bể tự hoại, bán tự hoại', 'Dội nước, thấm xuống đất', 'Hố đào có sàn và nắp đậy'].map(
    (label, at) => ({ label, data: `drawn:${at}` }),
  ),
  actions: [{ label: 'Không biết', data: 'unknown' }],
  picture: {
    sheet: 'latrine.vi',
    alt: 'Hình các loại nhà tiêu, đánh số như câu trả lời.',
    drawings: ['latrine-septic', 'latrine-pour-flush', 'latrine-pit-with-slab'],
    again: false,
  },
};

const say = (text: string): Rendered => ({ text, options: [], actions: [] });

/** A web channel with a bot of a few questions behind it. */
export const serveSmallBot = async (httpPort?: number) => {
  const picked = new Map<string, Set<number>>();
  const tickRefs = new Map<string, string>();
  let id = 0;
  const web = await serve({
    ...(httpPort === undefined ? {} : { httpPort }),
    demo: async () => ({ zoneCode: 'DEMO1', invitation: 'HEAD1' }),
    answer: (incoming) => void reply(incoming),
  });
  const send = async (address: string, rendered: Rendered, edits?: string): Promise<string | undefined> => {
    id += 1;
    const outgoing: Outgoing = { id, address, rendered };
    const sent = await web.channel.send(edits === undefined ? outgoing : { ...outgoing, edits });
    return sent.kind === 'sent' ? sent.ref : undefined;
  };
  const reply = async ({ address, input }: Incoming): Promise<unknown> => {
    const mine = picked.get(address) ?? new Set<number>();
    picked.set(address, mine);
    if (input.kind === 'text' && input.text === 'nhà tiêu') return send(address, drawn);
    if (input.kind === 'text')
      return send(address, input.text.startsWith('/start') ? question : say(`Tôi nghe: ${input.text}`));
    if (input.kind !== 'button') return undefined;
    if (input.data.startsWith('answer:')) {
      const ref = await send(address, tickList(mine));
      if (ref !== undefined) tickRefs.set(address, ref);
      return undefined;
    }
    if (input.data.startsWith('tick:')) {
      const at = Number(input.data.slice(5));
      if (!mine.delete(at)) mine.add(at);
      return send(address, tickList(mine), tickRefs.get(address));
    }
    return send(
      address,
      say(`Cảm ơn bà con! Đã ghi ${mine.size} thứ. Xem thêm: https://example.org/ra-soat?ho=1.`),
    );
  };
  return { ...web, send };
};

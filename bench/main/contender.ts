/** What a contender's process is told in its environment. */
export type Told = {
  readonly apiRoot: string;
  readonly token: string;
  readonly databaseUrl: string;
  readonly count: number;
};

/** Reads it; a process that was started without it stops at once. */
export function toldIn(env: Readonly<Record<string, string | undefined>>): Told {
  const text = (name: string) => {
    const value = env[name];
    if (value === undefined) throw new Error(`${name} is missing; npm run bench starts this process`);
    return value;
  };
  return {
    apiRoot: text('BENCH_API_ROOT'),
    token: text('BENCH_TOKEN'),
    databaseUrl: text('BENCH_DATABASE_URL'),
    count: Number(text('BENCH_QUESTIONS')),
  };
}

/** The words of one question, counted from 1. */
export function questionText(n: number): string {
  return `Câu hỏi thử số ${n}: nhà mình có vật dụng này không?`;
}

/** What a contender other than ours says with its question: the last answer, how far it is, the question. */
export function messageText(n: number, count: number, last: string | undefined): string {
  const heard = last === undefined ? [] : [`Đã ghi: ${last === 'yes' ? 'Có' : 'Không'}.`];
  return [...heard, `Câu ${n}, còn khoảng ${count - n} câu.`, questionText(n)].join('\n\n');
}

/** Its buttons. */
export function buttons(n: number) {
  return {
    inline_keyboard: [
      [
        { text: 'Có', callback_data: `a|${n}|yes` },
        { text: 'Không', callback_data: `a|${n}|no` },
      ],
    ],
  };
}

/** What is said after the last answer. */
export const thanks = 'Xong rồi, cảm ơn nhà mình.';

/** 1, 2, 3 … */
export function numbersTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}

/** The process is at work until the bench lets go of it; asked, it says how much processor time it took, in milliseconds. */
export function ready(): void {
  process.on('disconnect', () => process.exit(0));
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1000);
  });
  process.send?.('ready');
}

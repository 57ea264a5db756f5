import type { Person } from './person.ts';
import { like } from './words.ts';

/** A turn of the story; `then` is called after each, to look at what is on the screens. */
type Then = (scene: string) => Promise<void>;

/** Lan agrees, and tells who lives with her. */
export const begin = async (lan: Person, then: Then): Promise<void> => {
  await lan.begins('Bắt đầu');
  await then('language');
  await lan.presses('survey.language.ask', 'survey.language.o.vi');
  await lan.hears('survey.consent.ask');
  await then('consent');
  await lan.presses('survey.consent.ask', 'survey.consent.o.yes');
  await lan.hears('survey.members.ask');
  await then('members');
  await lan.types('survey.members.ask', 'Lan 1985\nHùng 1983 chồng\nbà Sáu 72 tuổi\nBình 2015\nMai 2012');
  await lan.hears('survey.members.more');
  await then('members-told');
  await lan.presses('survey.members.more', /5/);
};

/** The people of the house, question by question, then the house. */
export const tellPeople = async (lan: Person, then: Then): Promise<void> => {
  await lan.hears('survey.work.ask');
  await then('work');
  await lan.presses('survey.work.ask', 'acts.why');
  await lan.hears('survey.work.why');
  await then('why');
  await lan.ticks('survey.work.ask', [/Hùng/]);
  await lan.presses('survey.allowance.ask', 'survey.allowance.nobody');
  await lan.hears('survey.insurance.ask');
  await then('insurance');
  await lan.ticks('survey.insurance.ask', [/Sáu/]);
  await lan.presses('survey.nutrition.ask', 'acts.unknown');
  await lan.hears('survey.school.ask');
  await then('school');
  await lan.ticks('survey.school.ask', [/Mai/]);
  await lan.presses('survey.walls.ask', 'survey.walls.o.brick');
  await lan.presses('survey.columns.ask', 'survey.columns.o.none');
  await lan.hears('survey.roof.ask');
  await then('roof');
};

export const tellHouse = async (lan: Person, then: Then): Promise<void> => {
  await lan.types('survey.floor-area.ask', '40');
  await lan.hears('survey.water.ask');
  await then('water');
  await lan.presses('survey.water.ask', 'survey.water.o.open-well');
  await lan.hears('survey.latrine.ask');
  await then('latrine');
  await lan.presses('survey.latrine.ask', 'survey.latrine.o.open-pit');
  await lan.presses('survey.internet.ask', 'survey.internet.o.yes');
  await lan.hears('survey.devices.ask');
  await then('devices');
  await lan.ticks('survey.devices.ask', ['survey.devices.o.smartphone', 'survey.devices.o.tv']);
};

/** The money, and a second thought about the water. */
export const tellMoney = async (lan: Person, then: Then): Promise<void> => {
  await lan.ticks('survey.income.ask', ['survey.income.o.wages', 'survey.income.o.farm']);
  await lan.hears('survey.income-wages.ask');
  await then('money');
  await lan.types('survey.income-wages.ask', '5 triệu');
  await lan.hears('survey.money.which');
  await then('month-or-year');
  await lan.presses('survey.money.which', /tháng/);
  await lan.types('survey.income-farm.ask', '9 triệu một vụ, 2 vụ');
  await lan.hears('survey.income-check.ask');
  await then('read-back');
  await lan.presses('survey.income-check.ask', 'survey.income-check.o.yes');
  await lan.types('survey.address.ask', 'số 12, ngõ 5');
  await lan.hears('chat.summary');
  await then('summary');
  await lan.types('chat.summary', 'sửa');
  await lan.hears('chat.edit-which');
  await then('edit-list');
  await lan.presses('chat.edit-which', /Nước ăn uống/);
  await lan.presses('survey.water.ask', 'survey.water.o.drilled-well');
  await lan.hears('chat.summary');
};

/** Somebody takes the office of the zone's head. */
export const takeOffice = async (head: Person, then: Then): Promise<void> => {
  await head.begins('Xem lời mời');
  await head.presses('talk.invitation', 'menu.accept');
  await head.heard('talk.welcome-head').waitFor();
  await then('welcome');
};

/** Lan sends; the head asks back about the floor, and Lan counts again. */
export const sendAndAnswerAgain = async (lan: Person, head: Person, then: Then): Promise<void> => {
  await lan.presses('chat.summary', 'acts.send');
  await lan.hears('told.standard');
  await head.hears('desk.card');
  await then('card');
  await head.presses('desk.card', 'desk.act.list');
  await head.hears('desk.list');
  await then('list');
  await head.presses('desk.list', /Diện tích/);
  await then('one');
  await head.presses('desk.one', 'desk.act.back');
  await head.types('desk.ask-comment', 'Xin đếm lại cả gác.');
  await head.hears('desk.done.mark-return');
  await then('to-return');
  await head.presses('desk.done.mark-return', like('desk.act.give'));
  await head.hears('desk.done.send-back');
  await then('returned');
  await lan.types('chat.returned-comment', '48');
  await lan.hears('chat.sent-again');
  await head.hears('desk.came-back');
  await then('sent-again');
};

/** The head corrects the latrine, confirms the rest, says why the house is poor, and signs. */
export const verifyAndSign = async (head: Person, then: Then): Promise<void> => {
  await head.presses('desk.came-back', 'desk.act.list');
  await head.presses('desk.list', /Nhà tiêu/);
  await head.presses('desk.one', 'desk.act.fix');
  await head.hears('desk.ask-value');
  await then('correct');
  await head.presses('desk.ask-value', 'survey.latrine.o.pit-with-slab');
  await head.types('desk.ask-reason', 'Đã đến xem tận nhà.');
  await head.hears('desk.done.correct');
  await then('corrected');
  await head.presses('desk.done.correct', 'desk.act.open');
  await head.presses('desk.card', like('desk.act.all'));
  await head.hears('desk.ask-causes');
  await then('causes');
  await head.ticks('desk.ask-causes', ['desk.cause.capital', 'desk.cause.illness'], 'desk.act.causes-done');
  await head.hears('desk.ask-note');
  await then('note');
  await head.types('desk.ask-note', 'Nhà cần vay vốn chăn nuôi.');
  await head.hears('desk.ask-sign');
  await then('sign');
  await head.presses('desk.ask-sign', 'desk.act.do-sign');
  await head.hears('desk.done.sign');
  await then('signed');
};

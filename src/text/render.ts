import type { Chart, Message, Picture, Pick } from '../decision.ts';
import { aloud } from './aloud.ts';
import type { Speaker } from './i18n.ts';
import type { Language } from './language.ts';
import type { Choice, Rendered, RenderedChart, RenderedPicture } from './rendered.ts';

/** A message in the reader's language: paragraphs with an empty line between, and its choices. */
export function render(message: Message, language: Language, speaker: Speaker): Rendered {
  const choice = (pick: Pick): Choice => {
    const label = speaker.say(pick.phrase, language);
    return pick.picked === undefined
      ? { label, data: pick.data }
      : { label, data: pick.data, picked: pick.picked };
  };
  const { picture } = message;
  return {
    text: message.parts.map((part) => speaker.say(part, language)).join('\n\n'),
    options: message.options.map(choice),
    actions: message.actions.map(choice),
    ...(picture === undefined ? {} : { picture: inWords(picture, language, speaker) }),
    ...(message.chart === undefined ? {} : { chart: renderChart(message.chart, language, speaker) }),
    ...(message.speech === true ? { speech: aloud(message, language, speaker) } : {}),
  };
}

/** A chart in the reader's language. */
export function renderChart(chart: Chart, language: Language, speaker: Speaker): RenderedChart {
  return {
    ...(chart.as === undefined ? {} : { as: chart.as }),
    title: speaker.say(chart.title, language),
    series: chart.series.map((each) => speaker.say(each, language)),
    rows: chart.rows.map(({ label, values }) => ({
      label: typeof label === 'string' ? label : speaker.say(label, language),
      values,
    })),
  };
}

function inWords(picture: Picture, language: Language, speaker: Speaker): RenderedPicture {
  const { sheet, drawings, alt, again = false } = picture;
  return { sheet: `${sheet}.${language}`, alt: speaker.say(alt, language), drawings, again };
}

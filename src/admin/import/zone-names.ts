import { fold } from '../../input/fold.ts';
import type { ZoneRow } from '../../store/areas.ts';
import { type Found, found, wrong } from './cells.ts';
import { nearest } from './nearest.ts';

const kinds = /^(?:khu pho|khu|thon|to dan pho|to|ap|ban|xom|lang|buon|soc|phum) (?=.)/;

/** A zone's name without what people write in several ways: marks, capitals, "01", "TDP". */
export function zoneForm(name: string): string {
  return fold(name)
    .replace(/\b0+(?=\d)/g, '')
    .replace(/^tdp\b/, 'to dan pho')
    .replace(/^kp\b/, 'khu pho');
}

/** The zone that people mean by this name; null when there is none. Of two alike the one written exactly so. */
export function zoneCalled(name: string, zones: readonly ZoneRow[]): Found<ZoneRow> | null {
  const form = zoneForm(name);
  const ways: readonly ((zone: ZoneRow) => boolean)[] = [
    (zone) => zone.name.normalize('NFC') === name,
    (zone) => zoneForm(zone.name) === form,
    // "1" for "Khu 1", but never "Tổ 1".
    (zone) => zoneForm(zone.name).replace(kinds, '') === form,
  ];
  for (const isMeant of ways) {
    const [zone, ...others] = zones.filter((each) => each.mergedInto === null && isMeant(each));
    if (zone === undefined) continue;
    const names = [zone, ...others].map((each) => `"${each.name}"`).join(' or ');
    return others.length === 0 ? found(zone) : wrong(`may be ${names}; write it exactly so`);
  }
  return null;
}

/** A zone that must be there, by its name. */
export function zoneIn(zones: readonly ZoneRow[]): (text: string) => Found<ZoneRow> {
  return (text) => {
    if (text === '') return wrong('names no zone; write its name');
    return zoneCalled(text, zones) ?? wrong(notThere(text, zones));
  };
}

/** One zone or several: "Khu 1; Khu 2". */
export function zonesIn(zones: readonly ZoneRow[]): (text: string) => Found<readonly ZoneRow[]> {
  return (text) => {
    const whole = zoneCalled(text, zones);
    if (whole?.kind === 'found') return found([whole.value]);
    const parts = text.split(/[;,]| và /).map((part) => part.trim());
    const zoneOf = zoneIn(zones);
    const meant: ZoneRow[] = [];
    for (const part of parts.length > 1 ? parts.filter((each) => each !== '') : [text]) {
      const heard = zoneOf(part);
      if (heard.kind === 'wrong') return parts.length > 1 ? wrong(`– "${part}" ${heard.say}`) : heard;
      meant.push(heard.value);
    }
    return found(meant);
  };
}

/** That a zone of this name was merged into another one, and which; null when it was not. */
export function mergedAway(text: string, zones: readonly ZoneRow[]): string | null {
  const form = zoneForm(text);
  const merged = zones.find((zone) => zone.mergedInto !== null && zoneForm(zone.name) === form);
  const into = zones.find((zone) => zone.id === merged?.mergedInto);
  return into === undefined ? null : `was merged into "${into.name}"; write that`;
}

function notThere(text: string, zones: readonly ZoneRow[]): string {
  const open = zones.filter((zone) => zone.mergedInto === null);
  const forms = open.map((zone) => zoneForm(zone.name));
  const near = nearest(zoneForm(text), forms);
  if (near === null) return 'is no zone: the ward has none yet; import the zones first';
  const name = open[forms.indexOf(near)]?.name ?? '';
  return mergedAway(text, zones) ?? `is no zone of this ward; the nearest is "${name}"`;
}

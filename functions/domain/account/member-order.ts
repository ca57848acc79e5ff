/** The order in which members are offered and listed: by how their names are read where that is known, as a directory does. */
import type { Member } from './team';

type Named = Pick<Member, 'id' | 'name' | 'kana'>;

/** Hiragana and katakana of any width are one; kanji without a reading stand after all that has one. */
const readings = new Intl.Collator('ja');

export const compareMembers = (one: Named, other: Named): number =>
  readings.compare(one.kana ?? one.name, other.kana ?? other.name) ||
  readings.compare(one.name, other.name) ||
  Number(one.id > other.id) - Number(one.id < other.id);

export const inOrderOfReading = <M extends Named>(members: Readonly<Record<string, M>>): M[] =>
  Object.values(members).sort(compareMembers);

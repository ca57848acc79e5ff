/** Who looks at the window, in which language, on which day of the team: what words and forms depend on. */
import type { Member } from '../../functions/domain/team';
import type { Text } from '../../functions/domain/text';
import type { Language } from '../told';
import { WORDS, type WordKey } from './words';

export interface Here {
  language: Language;
  channel: 'menu' | 'sidebar';
  /** The team's calendar date. */
  today: string;
  members: Readonly<Record<string, Member>>;
  /** Null until the functions have told. */
  you: Member | null;
}

export type Facts = Readonly<Record<string, string | number>>;

export const of = ({ language }: Pick<Here, 'language'>, { ja, en }: Text): string =>
  language === 'ja' ? ja : en;

/** `{name}` in a sentence is that fact. */
export const filled = (sentence: string, facts: Facts): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));

export const say = (here: Pick<Here, 'language'>, key: WordKey, facts: Facts = {}): string =>
  filled(of(here, WORDS[key]), facts);

export const shownDate = ({ language }: Pick<Here, 'language'>, date: string): string =>
  language === 'ja' ? date.replaceAll('-', '/') : date;

export const memberName = (
  here: Pick<Here, 'language' | 'members'>,
  id: string | null | undefined,
): string => {
  if (id == null) return say(here, 'nobody');
  const member = Object.keys(here.members).includes(id) ? here.members[id] : undefined;
  if (member === undefined) return id;
  return member.active ? member.name : say(here, 'whoLeft', { name: member.name });
};

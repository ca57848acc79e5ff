/** The viewer of a window with their language and the team's date, on which texts and forms depend. */
import { UNKNOWN_EDITOR_NAME, UNKNOWN_MEMBER } from '../../../functions/domain/account/member-texts';
import type { Member } from '../../../functions/domain/account/team';
import { UNKNOWN_EDITOR_ID } from '../../../functions/domain/account/unknown-editor';
import { dateText } from '../../../functions/domain/calendar/date-text';
import { interpolate } from '../../../functions/domain/text/interpolate';
import type { Text } from '../../../functions/domain/text/text';
import type { Language } from '../../script-api';
import { WINDOW_MESSAGES, type WindowMessageKey } from './catalog';

export interface Viewer {
  language: Language;
  channel: 'menu' | 'sidebar';
  /** The team's calendar date. */
  today: string;
  members: Readonly<Record<string, Member>>;
  /** Null until the functions have answered. */
  you: Member | null;
}

/** For a window that has not read the team yet. */
export const viewerWithoutTeam = (
  channel: Viewer['channel'],
  { language, today }: Pick<Viewer, 'language' | 'today'>,
): Viewer => ({ language, channel, today, members: {}, you: null });

export type MessageParams = Readonly<Record<string, string | number>>;

export const localize = ({ language }: Pick<Viewer, 'language'>, { ja, en }: Text): string =>
  language === 'ja' ? ja : en;

export const t = (
  viewer: Pick<Viewer, 'language'>,
  key: WindowMessageKey,
  facts: MessageParams = {},
): string => interpolate(localize(viewer, WINDOW_MESSAGES[key]), facts);

export const formatDate = ({ language }: Pick<Viewer, 'language'>, date: string): string =>
  dateText(date, language);

export const memberName = (
  viewer: Pick<Viewer, 'language' | 'members'>,
  id: string | null | undefined,
): string => {
  if (id == null) return t(viewer, 'nobody');
  const member = Object.keys(viewer.members).includes(id) ? viewer.members[id] : undefined;
  if (member === undefined)
    return localize(viewer, id === UNKNOWN_EDITOR_ID ? UNKNOWN_EDITOR_NAME : UNKNOWN_MEMBER);
  return member.active ? member.name : t(viewer, 'whoLeft', { name: member.name });
};

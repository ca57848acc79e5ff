/** The event object that a trigger's function gets. */
import type { EventData } from '../protocol';
import { rangeOf } from './range';
import { AUTH_MODE } from './script-app';
import { userOf } from './session';
import { spreadsheetOf } from './spreadsheet';

/** Fields that have no value are absent, as in Google's events. */
export function eventOf(data: EventData): Record<string, unknown> {
  const { triggerUid, sourceId, range, value, oldValue, changeType, time } = data;
  return {
    authMode: AUTH_MODE[data.authMode],
    ...(time === null && { user: userOf(data.user) }),
    ...(sourceId !== null && { source: spreadsheetOf(sourceId) }),
    ...(range !== null && { range: rangeOf(range) }),
    ...(value !== null && { value }),
    ...(oldValue !== null && { oldValue }),
    ...(changeType !== null && { changeType }),
    ...(triggerUid !== null && { triggerUid }),
    ...time,
  };
}

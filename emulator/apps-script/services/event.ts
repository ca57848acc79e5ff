/** The event object that a trigger's function receives. */
import type { EventData } from '../protocol';
import { newRange, newSpreadsheet } from './object-factories';
import { AUTH_MODE } from './script-app';
import { newUser } from './session';

/** Fields that have no value are absent, as in Google's events. */
export function eventOf(data: EventData): Record<string, unknown> {
  const { triggerUid, sourceId, range, value, oldValue, changeType, time } = data;
  return {
    authMode: AUTH_MODE[data.authMode],
    ...(time === null && { user: newUser(data.user) }),
    ...(sourceId !== null && { source: newSpreadsheet(sourceId) }),
    ...(range !== null && { range: newRange(range) }),
    ...(value !== null && { value }),
    ...(oldValue !== null && { oldValue }),
    ...(changeType !== null && { changeType }),
    ...(triggerUid !== null && { triggerUid }),
    ...time,
  };
}

/** The day of the person at the sidebar: read each time that it is opened. */
import type { DayAnswer } from '../../../functions/contract/day';
import type { Result } from '../../script-api';
import { askFunction, step } from '../kit/step';
import type { DayState, SidebarMessage, SidebarStep, SidebarWindowState } from './sidebar-state';

export const CLOSED_DAY: DayState = { isOpen: false, isReading: false, answer: null, error: null };

const readDay = (state: SidebarWindowState): SidebarStep =>
  step(
    { ...state, day: { ...state.day, isOpen: true, isReading: true, error: null } },
    askFunction('day', 'GET', { query: {} }, (result): SidebarMessage => ({ type: 'dayRead', result })),
  );

/** What was read before is shown until the new answer is there. */
export const toggleDay = (state: SidebarWindowState): SidebarStep =>
  state.day.isOpen ? step({ ...state, day: { ...state.day, isOpen: false } }) : readDay(state);

export const dayRead = (state: SidebarWindowState, result: Result<DayAnswer>): SidebarStep =>
  step({
    ...state,
    day:
      'error' in result
        ? { ...state.day, isReading: false, error: result.error }
        : { ...state.day, isReading: false, answer: result.value },
  });

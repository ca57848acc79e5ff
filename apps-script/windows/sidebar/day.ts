/** The day's list in the sidebar, read each time that it is opened. */
import type { DayAnswer } from '../../../functions/contract/day';
import type { Result } from '../../script-api';
import { askFunction, step } from '../kit/step';
import type { DayState, ListedItem, SidebarMessage, SidebarStep, SidebarWindowState } from './sidebar-state';

export const CLOSED_DAY: DayState = { isOpen: false, isReading: false, answer: null, error: null };

const readDay = (state: SidebarWindowState): SidebarStep =>
  step(
    { ...state, day: { ...state.day, isOpen: true, isReading: true, error: null } },
    askFunction('day', 'GET', { query: {} }, (result): SidebarMessage => ({ type: 'dayRead', result })),
  );

/** The former list is shown until the new answer arrives. */
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

/** The items leave the list at once; if the call fails, the next reading shows them again. */
export const leaveSentBack = (state: SidebarWindowState, items: readonly ListedItem[]): SidebarStep => {
  const done = items.flatMap(({ sentBack }) => sentBack?.id ?? []);
  const { answer } = state.day;
  const sections = (answer?.sections ?? []).map((section) => ({
    ...section,
    items: section.items.filter(({ sentBack }) => sentBack === undefined || !done.includes(sentBack.id)),
  }));
  const left = sections.filter(({ items: all, left: more }) => all.length + more > 0);
  return step(
    { ...state, day: { ...state.day, answer: answer === null ? null : { ...answer, sections: left } } },
    askFunction(
      'sent-back',
      'POST',
      { body: { done } },
      (result): SidebarMessage => ({
        type: 'sentBackForgotten',
        result,
      }),
    ),
  );
};

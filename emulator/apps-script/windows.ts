/** What the script shows to the person: menus, questions, dialogs, toasts. */

import type { View } from './desk';
import type { Button } from './protocol';
import type { Run, SomeCalls } from './run';

function screen({ desk }: Run): View {
  if (!desk.view) throw new Error('Cannot call SpreadsheetApp.getUi() from this context.');
  return desk.view;
}

/** Rejects when the execution ends before the person answers. */
function answered<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The script is over.')), { once: true });
    answer.then(resolve, reject);
  });
}

const CLOSED: Button = 'CLOSE';

export const windowCalls = {
  'SpreadsheetApp.getUi': (run) => void screen(run),
  'Ui.alert': (run, title, prompt, buttons) => {
    const view = screen(run);
    return view.alert ? answered(view.alert({ title, prompt, buttons }, run.signal), run.signal) : CLOSED;
  },
  'Ui.prompt': (run, title, prompt, buttons) => {
    const view = screen(run);
    if (!view.prompt) return { button: CLOSED, text: '' };
    return answered(view.prompt({ title, prompt, buttons }, run.signal), run.signal);
  },
  'Ui.showSidebar': (run, dialog) => screen(run).show?.(dialog),
  'Ui.showModalDialog': (run, dialog) => screen(run).show?.(dialog),
  'Ui.showModelessDialog': (run, dialog) => screen(run).show?.(dialog),
  'Menu.addToUi': (run, menu) => {
    const view = screen(run);
    const others = run.desk.menus.filter((each) => each.kind !== 'menu' || each.caption !== menu.caption);
    run.desk.menus = [...others, menu];
    view.menus?.(run.desk.menus);
  },
  // Where nobody looks, Google drops it silently.
  'Spreadsheet.toast': ({ desk }, message, title, seconds) => desk.view?.toast?.({ message, title, seconds }),
} satisfies SomeCalls;

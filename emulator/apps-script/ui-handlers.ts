/** `Ui` on the host: menus, questions, dialogs and toasts. */

import type { ExecutionContext, SomeHostHandlers } from './execution-context';
import type { Button } from './protocol';
import type { ScriptUi } from './screen-state';

function requireUi({ screen }: ExecutionContext): ScriptUi {
  if (!screen.view) throw new Error('Cannot call SpreadsheetApp.getUi() from this context.');
  return screen.view;
}

/** Rejects when the execution ends before the person answers. */
function rejectOnAbort<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The script is over.')), { once: true });
    answer.then(resolve, reject);
  });
}

const CLOSE_BUTTON: Button = 'CLOSE';

export const uiHandlers = {
  'SpreadsheetApp.getUi': (run) => void requireUi(run),
  'Ui.alert': (run, title, prompt, buttons) => {
    const view = requireUi(run);
    return view.alert
      ? rejectOnAbort(view.alert({ title, prompt, buttons }, run.signal), run.signal)
      : CLOSE_BUTTON;
  },
  'Ui.prompt': (run, title, prompt, buttons) => {
    const view = requireUi(run);
    if (!view.prompt) return { button: CLOSE_BUTTON, text: '' };
    return rejectOnAbort(view.prompt({ title, prompt, buttons }, run.signal), run.signal);
  },
  'Ui.showSidebar': (run, dialog) => requireUi(run).show?.(dialog),
  'Ui.showModalDialog': (run, dialog) => requireUi(run).show?.(dialog),
  'Ui.showModelessDialog': (run, dialog) => requireUi(run).show?.(dialog),
  'Menu.addToUi': (run, menu) => {
    const view = requireUi(run);
    const others = run.screen.menus.filter((each) => each.kind !== 'menu' || each.caption !== menu.caption);
    run.screen.menus = [...others, menu];
    view.menus?.(run.screen.menus);
  },
  // Without a person Google ignores the call.
  'Spreadsheet.toast': ({ screen }, message, title, seconds) =>
    screen.view?.toast?.({ message, title, seconds }),
} satisfies SomeHostHandlers;

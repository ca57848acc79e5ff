/** One browser window: one person at both spreadsheets, what the page is told, and the questions that wait for an answer. */
import type { ServerResponse } from 'node:http';
import type { Execution } from '../apps-script/execution-context';
import type { Button, MenuNode } from '../apps-script/protocol';
import type { ScriptUi } from '../apps-script/screen-state';
import type { SheetSession } from '../apps-script/session';
import type { Rect } from '../workbook/a1';
import type { PageEvent, PersonView } from './protocol';

/** So many words that nobody hears are kept for a window whose line is cut. */
const MAX_QUEUED_EVENTS = 500;

interface PromptAnswer {
  button: Button;
  text: string;
}
interface OpenPrompt {
  told: PageEvent;
  answer(given: PromptAnswer): void;
}

export interface BrowserWindow {
  readonly id: string;
  readonly person: PersonView & { language: 'ja' | 'en'; phone: boolean };
  /** By spreadsheet. */
  readonly sessions: ReadonlyMap<string, SheetSession>;
  readonly menus: readonly MenuNode[];
  tell(told: PageEvent): void;
  /** From now on the page hears through this response; what it missed comes first, then what it still has to answer. */
  listen(response: ServerResponse, welcome: PageEvent): void;
  /** False when nobody waits for that answer. */
  answer(id: number, given: PromptAnswer): boolean;
  /** Tells how executions have ended; `call` is the page's own number of what it asked for. */
  tellEnded(executions: readonly Execution[], call: number | null): void;
  /** Questions are closed unanswered: the script goes on. */
  end(): void;
}

export interface BrowserWindowDeps {
  id: string;
  person: BrowserWindow['person'];
  openSessions(view: ScriptUi): ReadonlyMap<string, SheetSession>;
  /** Called when the line is cut; with false when it is there again. */
  onSilence(silent: boolean): void;
}

export function openBrowserWindow({ id, person, openSessions, onSilence }: BrowserWindowDeps): BrowserWindow {
  let line: ServerResponse | null = null;
  let unheard: PageEvent[] = [];
  let menus: readonly MenuNode[] = [];
  let lastQuestion = 0;
  const questions = new Map<number, OpenPrompt>();

  const write = (response: ServerResponse, told: PageEvent): void =>
    void response.write(`data: ${JSON.stringify(told)}\n\n`);

  function tell(told: PageEvent): void {
    if (line) write(line, told);
    // A page that comes back asks for the whole sheet.
    else if (told.kind !== 'sheet' && unheard.length < MAX_QUEUED_EVENTS) unheard.push(told);
  }

  function ask(
    kind: 'alert' | 'prompt',
    { title, prompt, buttons }: Parameters<NonNullable<ScriptUi['alert']>>[0],
    signal: AbortSignal,
  ): Promise<PromptAnswer> {
    lastQuestion += 1;
    const number = lastQuestion;
    const told: PageEvent = { kind: 'question', id: number, ask: kind, title: title ?? '', prompt, buttons };
    return new Promise((resolve) => {
      questions.set(number, {
        told,
        answer: (given) => {
          questions.delete(number);
          resolve(given);
        },
      });
      signal.addEventListener(
        'abort',
        () => {
          if (questions.delete(number)) tell({ kind: 'questionOver', id: number });
        },
        { once: true },
      );
      if (line) write(line, told);
    });
  }

  const view: ScriptUi = {
    alert: async (question, signal) => (await ask('alert', question, signal)).button,
    prompt: (question, signal) => ask('prompt', question, signal),
    toast: (toast) => tell({ kind: 'toast', ...toast }),
    show: (dialog) => tell({ kind: 'show', dialog }),
    menus: (made) => {
      menus = [...made];
      tell({ kind: 'menus', menus });
    },
    selected: ({ sheetId, ranges }) => {
      const [book] = ranges;
      const rects = ranges.map(({ row, column, rows, columns }): Rect => {
        return { top: row - 1, left: column - 1, bottom: row - 1 + rows, right: column - 1 + columns };
      });
      if (book) tell({ kind: 'selected', book: book.spreadsheetId, sheetId, rects });
    },
  };

  return {
    id,
    person,
    sessions: openSessions(view),
    get menus() {
      return menus;
    },
    tell,
    listen(response, welcome) {
      line?.end();
      line = response;
      onSilence(false);
      response.on('close', () => {
        if (line !== response) return;
        line = null;
        onSilence(true);
      });
      write(response, welcome);
      for (const told of unheard.splice(0)) if (told.kind !== 'menus') write(response, told);
      for (const { told } of questions.values()) write(response, told);
    },
    answer(number, given) {
      const open = questions.get(number);
      open?.answer(given);
      return open !== undefined;
    },
    tellEnded(executions, call) {
      for (const { functionName, result, error } of executions)
        tell({ kind: 'ended', call, functionName, result: JSON.parse(result), error });
    },
    end() {
      line?.end();
      line = null;
      unheard = [];
      for (const { answer } of [...questions.values()]) answer({ button: 'CLOSE', text: '' });
    },
  };
}

/** One browser window: one person with a session at each spreadsheet, the events that the page receives, and the script's open questions. */
import type { ServerResponse } from 'node:http';
import type { Execution } from '../apps-script/execution-context';
import type { Button, MenuNode } from '../apps-script/protocol';
import type { ScriptUi } from '../apps-script/screen-state';
import type { SheetSession } from '../apps-script/session';
import type { Rect } from '../workbook/a1';
import type { PageEvent, PersonView } from './protocol';

/** So many events are kept for a window whose connection is lost. */
const MAX_QUEUED_EVENTS = 500;

interface PromptAnswer {
  button: Button;
  text: string;
}
interface OpenPrompt {
  event: PageEvent;
  answer(answer: PromptAnswer): void;
}

export interface BrowserWindow {
  readonly id: string;
  readonly person: PersonView & { language: 'ja' | 'en'; phone: boolean };
  /** By spreadsheet. */
  readonly sessions: ReadonlyMap<string, SheetSession>;
  readonly menus: readonly MenuNode[];
  send(event: PageEvent): void;
  /** From now on the page receives its events through this response: first what it missed, then the open questions. */
  listen(response: ServerResponse, welcome: PageEvent): void;
  /** False when the script does not wait for that answer. */
  answer(id: number, answer: PromptAnswer): boolean;
  /** Sends how executions have ended; `call` is the number that the page gave the call, null for triggers. */
  sendEnded(executions: readonly Execution[], call: number | null): void;
  /** Questions are closed unanswered: the script goes on. */
  end(): void;
}

export interface BrowserWindowDeps {
  id: string;
  person: BrowserWindow['person'];
  openSessions(view: ScriptUi): ReadonlyMap<string, SheetSession>;
  /** Called with true when the connection is lost, with false when it is there again. */
  onConnection(isLost: boolean): void;
}

export function openBrowserWindow({
  id,
  person,
  openSessions,
  onConnection,
}: BrowserWindowDeps): BrowserWindow {
  let connection: ServerResponse | null = null;
  let missed: PageEvent[] = [];
  let menus: readonly MenuNode[] = [];
  let lastQuestion = 0;
  const questions = new Map<number, OpenPrompt>();

  const write = (response: ServerResponse, event: PageEvent): void =>
    void response.write(`data: ${JSON.stringify(event)}\n\n`);

  function send(event: PageEvent): void {
    if (connection) write(connection, event);
    // A page that connects again loads the whole sheet.
    else if (event.kind !== 'sheet' && missed.length < MAX_QUEUED_EVENTS) missed.push(event);
  }

  function ask(
    kind: 'alert' | 'prompt',
    { title, prompt, buttons }: Parameters<NonNullable<ScriptUi['alert']>>[0],
    signal: AbortSignal,
  ): Promise<PromptAnswer> {
    lastQuestion += 1;
    const number = lastQuestion;
    const event: PageEvent = { kind: 'question', id: number, ask: kind, title: title ?? '', prompt, buttons };
    return new Promise((resolve) => {
      questions.set(number, {
        event,
        answer: (answer) => {
          questions.delete(number);
          resolve(answer);
        },
      });
      signal.addEventListener(
        'abort',
        () => {
          if (questions.delete(number)) send({ kind: 'questionOver', id: number });
        },
        { once: true },
      );
      if (connection) write(connection, event);
    });
  }

  const view: ScriptUi = {
    alert: async (question, signal) => (await ask('alert', question, signal)).button,
    prompt: (question, signal) => ask('prompt', question, signal),
    toast: (toast) => send({ kind: 'toast', ...toast }),
    show: (dialog) => send({ kind: 'show', dialog }),
    menus: (nodes) => {
      menus = [...nodes];
      send({ kind: 'menus', menus });
    },
    selected: ({ sheetId, ranges }) => {
      const [first] = ranges;
      const rects = ranges.map(({ row, column, rows, columns }): Rect => {
        return { top: row - 1, left: column - 1, bottom: row - 1 + rows, right: column - 1 + columns };
      });
      if (first) send({ kind: 'selected', book: first.spreadsheetId, sheetId, rects });
    },
  };

  return {
    id,
    person,
    sessions: openSessions(view),
    get menus() {
      return menus;
    },
    send,
    listen(response, welcome) {
      connection?.end();
      connection = response;
      onConnection(false);
      response.on('close', () => {
        if (connection !== response) return;
        connection = null;
        onConnection(true);
      });
      write(response, welcome);
      for (const event of missed.splice(0)) if (event.kind !== 'menus') write(response, event);
      for (const { event } of questions.values()) write(response, event);
    },
    answer(number, answer) {
      const question = questions.get(number);
      question?.answer(answer);
      return question !== undefined;
    },
    sendEnded(executions, call) {
      for (const { functionName, result, error } of executions)
        send({ kind: 'ended', call, functionName, result: JSON.parse(result), error });
    },
    end() {
      connection?.end();
      connection = null;
      missed = [];
      for (const { answer } of [...questions.values()]) answer({ button: 'CLOSE', text: '' });
    },
  };
}

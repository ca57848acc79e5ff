/** One browser window of one person: a session at each spreadsheet, the page's events, and the script's open questions. */
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Execution } from '../apps-script/execution-context';
import type { MenuNode, Selection } from '../apps-script/protocol';
import type { ScriptUi } from '../apps-script/screen-state';
import type { SheetSession } from '../apps-script/session';
import type { Rect } from '../workbook/a1';
import { EventStream } from './event-stream';
import { OpenQuestions, type PromptAnswer } from './open-questions';
import type { PageEvent, PersonView } from './protocol';

export type PersonAtWindow = PersonView & { language: 'ja' | 'en'; phone: boolean };

export interface BrowserWindowDeps {
  person: PersonAtWindow;
  /** Sessions by spreadsheet ID; `viewOf` gives the screen on which a spreadsheet's script shows things. */
  openSessions(viewOf: (book: string) => ScriptUi): ReadonlyMap<string, SheetSession>;
  /** Called with true when the connection is lost, with false when it is there again. */
  onConnection(isLost: boolean): void;
}

export class BrowserWindow {
  /** ID of this opening of the window. */
  readonly opening = randomUUID();
  readonly person: PersonAtWindow;
  /** Sessions by spreadsheet ID. */
  readonly sessions: ReadonlyMap<string, SheetSession>;
  private readonly stream: EventStream;
  private readonly questions: OpenQuestions;
  private readonly shownMenus = new Map<string, readonly MenuNode[]>();

  constructor({ person, openSessions, onConnection }: BrowserWindowDeps) {
    this.person = person;
    this.stream = new EventStream(onConnection);
    this.questions = new OpenQuestions(this.stream);
    this.sessions = openSessions((book) => this.view(book));
  }

  /** Menus by spreadsheet ID. */
  get menus(): Readonly<Record<string, readonly MenuNode[]>> {
    return Object.fromEntries(this.shownMenus);
  }

  send(event: PageEvent): void {
    this.stream.send(event);
  }

  /** From now on the page receives its events through this response: first what it missed, then the open questions. */
  listen(response: ServerResponse, welcome: PageEvent): void {
    this.stream.connect(response, welcome);
    this.questions.sendAll();
  }

  /** False when the script does not wait for that answer. */
  answer(id: number, answer: PromptAnswer): boolean {
    return this.questions.answer(id, answer);
  }

  /** Sends how executions have ended; `call` is the number that the page gave the call, null for triggers. */
  sendEnded(executions: readonly Execution[], call: number | null): void {
    for (const { functionName, result, error } of executions)
      this.send({ kind: 'ended', call, functionName, result: JSON.parse(result), error });
  }

  /** Closes the questions unanswered, so that the script continues. */
  end(): void {
    this.stream.end();
    this.questions.closeAll();
  }

  private view(book: string): ScriptUi {
    return {
      alert: async (question, signal) => (await this.questions.ask('alert', question, signal)).button,
      prompt: (question, signal) => this.questions.ask('prompt', question, signal),
      toast: (toast) => this.send({ kind: 'toast', ...toast }),
      show: (dialog) => this.send({ kind: 'show', book, dialog }),
      menus: (nodes) => {
        const menus = [...nodes];
        this.shownMenus.set(book, menus);
        this.send({ kind: 'menus', book, menus });
      },
      selected: (selection) => this.sendSelection(selection),
    };
  }

  private sendSelection({ sheetId, ranges }: Selection): void {
    const [first] = ranges;
    const rects = ranges.map(({ row, column, rows, columns }): Rect => {
      return { top: row - 1, left: column - 1, bottom: row - 1 + rows, right: column - 1 + columns };
    });
    if (first) this.send({ kind: 'selected', book: first.spreadsheetId, sheetId, rects });
  }
}

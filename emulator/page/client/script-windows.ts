/** The script's dialogs and sidebar: sandboxed frames, which can reach nothing but `google.script`. */
import type { Dialog, ScriptFailure } from '../../apps-script/protocol';
import { element, elementById } from './element';
import { type FrameMessage, type FrameReply, withGoogleScript } from './google-script-run';
import type { Translate } from './messages';
import { openModal } from './modal';
import { makeMovable } from './movable-dialog';

export interface ScriptWindowsDeps {
  t: Translate;
  /** Resolves with what the script's function returns; rejects with a ScriptFailure. */
  run(book: string, functionName: string, args: readonly unknown[]): Promise<unknown>;
  focusEditor(): void;
}

interface OpenFrame {
  frame: HTMLIFrameElement;
  /** The spreadsheet whose script has opened it. */
  book: string;
  /** Escape closes only dialogs. */
  close(byKey: boolean): void;
  resize(width: number | null, height: number | null): void;
}

type RunMessage = Extract<FrameMessage, { hachi: 'run' }>;

const DEFAULT_WIDTH = 500;
const DEFAULT_HEIGHT = 320;

export class ScriptWindows {
  private readonly opened = new Set<OpenFrame>();
  /** Sidebars by spreadsheet ID; only that of the spreadsheet in view is shown. */
  private readonly sidebars = new Map<string, { entry: OpenFrame; title: string; box: HTMLElement }>();

  constructor(private readonly deps: ScriptWindowsDeps) {
    window.addEventListener('message', ({ source, data }) => {
      const sender = [...this.opened].find(({ frame }) => frame.contentWindow === source);
      if (sender && typeof data === 'object' && data !== null) this.receive(sender, data);
    });
  }

  /** `shownBook` is the spreadsheet in view. */
  show(book: string, dialog: Dialog, shownBook: string): void {
    if (dialog.kind === 'sidebar') this.openSidebar(book, dialog, shownBook);
    else this.openDialog(book, dialog);
  }

  /** Shows the spreadsheet's sidebar, if it has one; others continue hidden. */
  showSidebar(book: string): void {
    for (const [each, { box }] of this.sidebars) box.hidden = each !== book;
    const shown = this.sidebars.get(book);
    const aside = elementById('sidebar');
    aside.hidden = shown === undefined;
    if (shown) aside.setAttribute('aria-label', shown.title);
  }

  private receive(sender: OpenFrame, message: FrameMessage): void {
    if (message.hachi === 'close') sender.close(message.byKey === true);
    else if (message.hachi === 'size') sender.resize(message.width, message.height);
    else if (message.hachi === 'focusEditor') this.deps.focusEditor();
    else if (message.hachi === 'leave')
      sender.frame.dispatchEvent(new KeyboardEvent('keydown', { ...message, bubbles: true }));
    else if (message.hachi === 'run') void this.run(sender, message);
  }

  private async run({ frame, book }: OpenFrame, { id, functionName, args }: RunMessage): Promise<void> {
    const reply = (outcome: Omit<FrameReply, 'hachi' | 'id'>): void =>
      frame.contentWindow?.postMessage({ hachi: 'ended', id, ...outcome }, '*');
    try {
      reply({ result: await this.deps.run(book, functionName, args), error: null });
    } catch (error) {
      const { name, message } = error as ScriptFailure;
      reply({ result: null, error: { name, message } });
    }
  }

  private openSidebar(book: string, dialog: Dialog, shownBook: string): void {
    this.sidebars.get(book)?.entry.close(false);
    const { t, focusEditor } = this.deps;
    const frame = dialogFrame(dialog);
    const entry: OpenFrame = {
      frame,
      book,
      close: (byKey) => {
        if (!byKey) this.removeSidebar(entry);
        focusEditor();
      },
      resize: () => undefined,
    };
    this.opened.add(entry);
    const title = dialog.title || t('sidebar');
    const header = element('header', {}, element('h2', {}, title), this.closeButton(entry));
    const box = element('div', {}, header, frame);
    this.sidebars.set(book, { entry, title, box });
    elementById('sidebar').append(box);
    this.showSidebar(shownBook);
  }

  private removeSidebar(entry: OpenFrame): void {
    this.opened.delete(entry);
    const sidebar = this.sidebars.get(entry.book);
    if (sidebar?.entry !== entry) return;
    this.sidebars.delete(entry.book);
    sidebar.box.remove();
    elementById('sidebar').hidden = [...this.sidebars.values()].every(({ box }) => box.hidden);
  }

  private openDialog(book: string, dialog: Dialog): void {
    const frame = dialogFrame(dialog);
    const box = openModal(dialog.title, () => entry.close(true), dialog.kind === 'modal');
    box.dialog.classList.add('script');
    const entry: OpenFrame = {
      frame,
      book,
      close: () => {
        if (!this.opened.delete(entry)) return;
        box.close();
        this.deps.focusEditor();
      },
      resize: (width, height) => {
        if (width !== null) frame.style.width = `${width}px`;
        if (height !== null) frame.style.height = `${height}px`;
      },
    };
    if (dialog.kind === 'modal') this.closeOtherDialogs();
    this.opened.add(entry);
    entry.resize(dialog.width ?? DEFAULT_WIDTH, dialog.height ?? DEFAULT_HEIGHT);
    box.dialog.querySelector('h2')?.after(this.closeButton(entry));
    box.dialog.append(frame);
    if (dialog.kind === 'modeless') makeMovable(box.dialog);
  }

  /** One modal dialog at a time, as in Google. */
  private closeOtherDialogs(): void {
    for (const other of this.opened) if (this.sidebars.get(other.book)?.entry !== other) other.close(false);
  }

  private closeButton(entry: OpenFrame): HTMLElement {
    const label = this.deps.t('close');
    const button = element('button', { type: 'button', class: 'close', 'aria-label': label }, '×');
    button.onclick = () => entry.close(false);
    return button;
  }
}

/** The frame takes the focus when it is loaded. Like Google's frames it may save files and print. */
function dialogFrame({ html, title }: Dialog): HTMLIFrameElement {
  const frame = element('iframe', {
    sandbox: 'allow-scripts allow-forms allow-downloads allow-modals',
    title,
  });
  frame.srcdoc = withGoogleScript(html);
  frame.addEventListener('load', () => frame.focus(), { once: true });
  return frame;
}

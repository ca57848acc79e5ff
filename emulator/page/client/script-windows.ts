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
  run(functionName: string, args: readonly unknown[]): Promise<unknown>;
  focusEditor(): void;
}

interface OpenFrame {
  frame: HTMLIFrameElement;
  /** Escape closes only dialogs. */
  close(byKey: boolean): void;
  resize(width: number | null, height: number | null): void;
}

type RunMessage = Extract<FrameMessage, { hachi: 'run' }>;

const DEFAULT_WIDTH = 500;
const DEFAULT_HEIGHT = 320;

export class ScriptWindows {
  private readonly opened = new Set<OpenFrame>();
  private sidebar: OpenFrame | null = null;

  constructor(private readonly deps: ScriptWindowsDeps) {
    window.addEventListener('message', ({ source, data }) => {
      const sender = [...this.opened].find(({ frame }) => frame.contentWindow === source);
      if (sender && typeof data === 'object' && data !== null) this.receive(sender, data);
    });
  }

  show(dialog: Dialog): void {
    if (dialog.kind === 'sidebar') this.openSidebar(dialog);
    else this.openDialog(dialog);
  }

  /** Hides or shows the sidebar, which belongs to the register only. */
  showSidebar(visible: boolean): void {
    if (this.sidebar) elementById('sidebar').hidden = !visible;
  }

  closeAll(): void {
    for (const each of [...this.opened]) each.close(false);
  }

  private receive(sender: OpenFrame, message: FrameMessage): void {
    if (message.hachi === 'close') sender.close(message.byKey === true);
    else if (message.hachi === 'size') sender.resize(message.width, message.height);
    else if (message.hachi === 'focusEditor') this.deps.focusEditor();
    else if (message.hachi === 'run') void this.run(sender.frame, message);
  }

  private async run(frame: HTMLIFrameElement, { id, functionName, args }: RunMessage): Promise<void> {
    const reply = (outcome: Omit<FrameReply, 'hachi' | 'id'>): void =>
      frame.contentWindow?.postMessage({ hachi: 'ended', id, ...outcome }, '*');
    try {
      reply({ result: await this.deps.run(functionName, args), error: null });
    } catch (error) {
      const { name, message } = error as ScriptFailure;
      reply({ result: null, error: { name, message } });
    }
  }

  private openSidebar(dialog: Dialog): void {
    this.sidebar?.close(false);
    const { t, focusEditor } = this.deps;
    const aside = elementById('sidebar');
    const frame = dialogFrame(dialog);
    const entry: OpenFrame = {
      frame,
      close: (byKey) => {
        if (!byKey) this.removeSidebar(entry, aside);
        focusEditor();
      },
      resize: () => undefined,
    };
    this.sidebar = entry;
    this.opened.add(entry);
    const title = dialog.title || t('sidebar');
    const header = element('header', {}, element('h2', {}, title), this.closeButton(entry));
    aside.setAttribute('aria-label', title);
    aside.replaceChildren(header, frame);
    aside.hidden = false;
  }

  private removeSidebar(entry: OpenFrame, aside: HTMLElement): void {
    this.opened.delete(entry);
    if (this.sidebar === entry) this.sidebar = null;
    aside.replaceChildren();
    aside.hidden = true;
  }

  private openDialog(dialog: Dialog): void {
    const frame = dialogFrame(dialog);
    const box = openModal(dialog.title, () => entry.close(true), dialog.kind === 'modal');
    box.dialog.classList.add('script');
    const entry: OpenFrame = {
      frame,
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
    for (const other of this.opened) if (other !== this.sidebar) other.close(false);
  }

  private closeButton(entry: OpenFrame): HTMLElement {
    const label = this.deps.t('close');
    const button = element('button', { type: 'button', class: 'close', 'aria-label': label }, '×');
    button.onclick = () => entry.close(false);
    return button;
  }
}

/** It takes the focus when it is loaded. */
function dialogFrame({ html, title }: Dialog): HTMLIFrameElement {
  const frame = element('iframe', { sandbox: 'allow-scripts allow-forms', title });
  frame.srcdoc = withGoogleScript(html);
  frame.addEventListener('load', () => frame.focus(), { once: true });
  return frame;
}

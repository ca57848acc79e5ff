/** The script's dialogs and sidebar: sandboxed frames, which can reach nothing but `google.script`. */
import type { Dialog, ScriptFailure } from '../../apps-script/protocol';
import { element, elementById } from './element';
import { type FrameMessage, type FrameReply, withGoogleScript } from './google-script-run';
import type { Translate } from './messages';
import { openModal } from './modal';

export interface ScriptWindowsDeps {
  t: Translate;
  /** Resolves with what the script's function returns; rejects with a ScriptFailure. */
  run(functionName: string, args: readonly unknown[]): Promise<unknown>;
  focusEditor(): void;
}

export interface ScriptWindows {
  show(dialog: Dialog): void;
  /** Hides or shows the sidebar, which belongs to the register only. */
  showSidebar(visible: boolean): void;
  closeAll(): void;
}

interface OpenFrame {
  frame: HTMLIFrameElement;
  /** Escape closes only dialogs. */
  close(byKey: boolean): void;
  resize(width: number | null, height: number | null): void;
}

const DEFAULT_WIDTH = 500;
const DEFAULT_HEIGHT = 320;

export function makeScriptWindows({ t, run, focusEditor }: ScriptWindowsDeps): ScriptWindows {
  const opened = new Set<OpenFrame>();
  let sidebar: OpenFrame | null = null;

  const frameOf = ({ html, title }: Dialog): HTMLIFrameElement => {
    const frame = element('iframe', { sandbox: 'allow-scripts allow-forms', title });
    frame.srcdoc = withGoogleScript(html);
    frame.addEventListener('load', () => frame.focus(), { once: true });
    return frame;
  };

  window.addEventListener('message', ({ source, data }) => {
    const from = [...opened].find(({ frame }) => frame.contentWindow === source);
    if (!from || typeof data !== 'object' || data === null) return;
    const message = data as FrameMessage;
    if (message.hachi === 'close') from.close(message.byKey === true);
    else if (message.hachi === 'size') from.resize(message.width, message.height);
    else if (message.hachi === 'focusEditor') focusEditor();
    else if (message.hachi === 'run') void answer(from.frame, message);
  });

  async function answer(
    frame: HTMLIFrameElement,
    { id, functionName, args }: Extract<FrameMessage, { hachi: 'run' }>,
  ): Promise<void> {
    const reply = (outcome: Omit<FrameReply, 'hachi' | 'id'>): void =>
      frame.contentWindow?.postMessage({ hachi: 'ended', id, ...outcome }, '*');
    try {
      reply({ result: await run(functionName, args), error: null });
    } catch (error) {
      const { name, message } = error as ScriptFailure;
      reply({ result: null, error: { name, message } });
    }
  }

  function closeButton(close: () => void): HTMLElement {
    const button = element('button', { type: 'button', class: 'close', 'aria-label': t('close') }, '×');
    button.onclick = close;
    return button;
  }

  function openSidebar(dialog: Dialog): void {
    sidebar?.close(false);
    const frame = frameOf(dialog);
    const aside = elementById('sidebar');
    const entry: OpenFrame = {
      frame,
      close: (byKey) => {
        if (byKey) {
          focusEditor();
          return;
        }
        opened.delete(entry);
        if (sidebar === entry) sidebar = null;
        aside.replaceChildren();
        aside.hidden = true;
        focusEditor();
      },
      resize: () => undefined,
    };
    sidebar = entry;
    opened.add(entry);
    const title = dialog.title || t('sidebar');
    aside.setAttribute('aria-label', title);
    aside.replaceChildren(
      element(
        'header',
        {},
        element('h2', {}, title),
        closeButton(() => entry.close(false)),
      ),
      frame,
    );
    aside.hidden = false;
  }

  function openDialog(dialog: Dialog): void {
    const frame = frameOf(dialog);
    const box = openModal(dialog.title, () => entry.close(true), dialog.kind === 'modal');
    box.dialog.classList.add('script');
    const entry: OpenFrame = {
      frame,
      close: () => {
        if (!opened.delete(entry)) return;
        box.close();
        focusEditor();
      },
      resize: (width, height) => {
        if (width !== null) frame.style.width = `${width}px`;
        if (height !== null) frame.style.height = `${height}px`;
      },
    };
    // One modal dialog at a time, as in Google.
    if (dialog.kind === 'modal') for (const other of opened) if (other !== sidebar) other.close(false);
    opened.add(entry);
    entry.resize(dialog.width ?? DEFAULT_WIDTH, dialog.height ?? DEFAULT_HEIGHT);
    box.dialog.querySelector('h2')?.after(closeButton(() => entry.close(false)));
    box.dialog.append(frame);
    if (dialog.kind === 'modeless') makeMovable(box.dialog);
  }

  return {
    show(dialog) {
      if (dialog.kind === 'sidebar') openSidebar(dialog);
      else openDialog(dialog);
    },
    showSidebar(visible) {
      if (sidebar) elementById('sidebar').hidden = !visible;
    },
    closeAll() {
      for (const each of [...opened]) each.close(false);
    },
  };
}

/** Lets the person drag the dialog by its title. */
function makeMovable(dialog: HTMLDialogElement): void {
  const title = dialog.querySelector('h2');
  title?.addEventListener('pointerdown', (start) => {
    const { left, top } = dialog.getBoundingClientRect();
    const move = ({ clientX, clientY }: PointerEvent): void => {
      Object.assign(dialog.style, {
        margin: '0',
        left: `${left + clientX - start.clientX}px`,
        top: `${Math.max(0, top + clientY - start.clientY)}px`,
      });
    };
    title.setPointerCapture(start.pointerId);
    title.addEventListener('pointermove', move);
    title.addEventListener('pointerup', () => title.removeEventListener('pointermove', move), { once: true });
  });
}

/** Dialogs and the sidebar that the script shows: frames that can reach nothing but google.script. */
import type { Dialog, ScriptFailure } from '../../apps-script/protocol';
import { element, elementById } from './element';
import { type FrameMessage, type FrameReply, withGoogleScript } from './google-script-run';
import type { Translate } from './messages';
import { openModal } from './modal';

export interface ScriptWindowsDeps {
  t: Translate;
  /** Resolves when the script's function has returned. */
  run(functionName: string, args: readonly unknown[]): Promise<unknown>;
  focusEditor(): void;
}

export interface ScriptWindows {
  show(dialog: Dialog): void;
  /** The sidebar belongs to the register: out of sight while another spreadsheet is there. */
  showSidebar(visible: boolean): void;
  closeAll(): void;
}

interface OpenFrame {
  frame: HTMLIFrameElement;
  /** By key: only dialogs. */
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
    const said = data as FrameMessage;
    if (said.hachi === 'close') from.close(said.byKey === true);
    else if (said.hachi === 'size') from.resize(said.width, said.height);
    else if (said.hachi === 'focusEditor') focusEditor();
    else if (said.hachi === 'run') void answer(from.frame, said);
  });

  async function answer(
    frame: HTMLIFrameElement,
    { id, functionName, args }: Extract<FrameMessage, { hachi: 'run' }>,
  ): Promise<void> {
    const tell = (told: Omit<FrameReply, 'hachi' | 'id'>): void =>
      frame.contentWindow?.postMessage({ hachi: 'ended', id, ...told }, '*');
    try {
      tell({ result: await run(functionName, args), error: null });
    } catch (error) {
      const { name, message } = error as ScriptFailure;
      tell({ result: null, error: { name, message } });
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
    const own: OpenFrame = {
      frame,
      close: (byKey) => {
        if (byKey) {
          focusEditor();
          return;
        }
        opened.delete(own);
        if (sidebar === own) sidebar = null;
        aside.replaceChildren();
        aside.hidden = true;
        focusEditor();
      },
      resize: () => undefined,
    };
    sidebar = own;
    opened.add(own);
    const title = dialog.title || t('sidebar');
    aside.setAttribute('aria-label', title);
    aside.replaceChildren(
      element(
        'header',
        {},
        element('h2', {}, title),
        closeButton(() => own.close(false)),
      ),
      frame,
    );
    aside.hidden = false;
  }

  function openDialog(dialog: Dialog): void {
    const frame = frameOf(dialog);
    const box = openModal(dialog.title, () => own.close(true), dialog.kind === 'modal');
    box.dialog.classList.add('script');
    const own: OpenFrame = {
      frame,
      close: () => {
        if (!opened.delete(own)) return;
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
    opened.add(own);
    own.resize(dialog.width ?? DEFAULT_WIDTH, dialog.height ?? DEFAULT_HEIGHT);
    box.dialog.querySelector('h2')?.after(closeButton(() => own.close(false)));
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

/** By its title. */
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

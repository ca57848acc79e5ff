/** `Ui`: menus, alerts and prompts that block, dialogs and sidebars that do not. */
import type { Button as ButtonName, ButtonSet as ButtonSetName, Dialog, MenuNode } from '../protocol';
import { asGoogle, type Emulates, emulates } from './emulated';
import { enumeration } from './enumeration';
import { callHost, scriptException } from './host-bridge';

type Ui = GoogleAppsScript.Base.Ui;
type Menu = GoogleAppsScript.Base.Menu;
type PromptResponse = GoogleAppsScript.Base.PromptResponse;
type Button = GoogleAppsScript.Base.Button;
type ButtonSet = GoogleAppsScript.Base.ButtonSet;
type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;

const BUTTON = enumeration<typeof GoogleAppsScript.Base.Button>('CLOSE', 'OK', 'CANCEL', 'YES', 'NO');
const BUTTON_SET = enumeration<typeof GoogleAppsScript.Base.ButtonSet>(
  'OK',
  'OK_CANCEL',
  'YES_NO',
  'YES_NO_CANCEL',
);

interface UiQuestionArguments {
  title: string | null;
  prompt: string;
  buttons: ButtonSetName;
}

/** (prompt), (prompt, buttons) or (title, prompt, buttons). */
function parseQuestionArguments(args: readonly unknown[]): UiQuestionArguments {
  const [first, second, third] = args;
  if (args.length >= 3)
    return { title: String(first), prompt: String(second), buttons: parseButtonSet(third) };
  return { title: null, prompt: String(first), buttons: args.length === 2 ? parseButtonSet(second) : 'OK' };
}

function parseButtonSet(buttons: unknown): ButtonSetName {
  const name = String(buttons);
  if (name === 'OK' || name === 'OK_CANCEL' || name === 'YES_NO' || name === 'YES_NO_CANCEL') return name;
  throw scriptException(
    `The parameters (String,${typeof buttons}) don't match the method signature for Ui.alert.`,
  );
}

const buttonOf = (name: ButtonName): Button => BUTTON[name];

class LocalPromptResponse implements Emulates<LocalPromptResponse, PromptResponse> {
  constructor(private readonly answer: { button: ButtonName; text: string }) {}
  getSelectedButton(): Button {
    return buttonOf(this.answer.button);
  }
  getResponseText(): string {
    return this.answer.text;
  }
}

const MENU_NODES = new WeakMap<object, MenuNode & { kind: 'menu' }>();

class LocalMenu implements Emulates<LocalMenu, Menu> {
  constructor(private readonly node: MenuNode & { kind: 'menu' }) {
    MENU_NODES.set(this, node);
  }
  addItem(caption: string, functionName: string): Menu {
    this.node.items.push({ kind: 'item', caption, functionName });
    return asGoogle<Menu>(this);
  }
  addSeparator(): Menu {
    this.node.items.push({ kind: 'separator' });
    return asGoogle<Menu>(this);
  }
  addSubMenu(menu: Menu): Menu {
    const node = MENU_NODES.get(menu);
    if (node) this.node.items.push(node);
    return asGoogle<Menu>(this);
  }
  addToUi(): void {
    callHost('Menu.addToUi', this.node);
  }
}

class LocalUi implements Emulates<LocalUi, Ui> {
  get Button() {
    return BUTTON;
  }
  get ButtonSet() {
    return BUTTON_SET;
  }
  alert(...args: [string, (string | ButtonSet)?, ButtonSet?]): Button {
    const { title, prompt, buttons } = parseQuestionArguments(args);
    return buttonOf(callHost('Ui.alert', title, prompt, buttons));
  }
  prompt(...args: [string, (string | ButtonSet)?, ButtonSet?]): PromptResponse {
    const { title, prompt, buttons } = parseQuestionArguments(args);
    return asGoogle<PromptResponse>(new LocalPromptResponse(callHost('Ui.prompt', title, prompt, buttons)));
  }
  createMenu(caption: string): Menu {
    return asGoogle<Menu>(new LocalMenu({ kind: 'menu', caption, items: [] }));
  }
  /** Google puts it under Extensions, by the name of the project. */
  createAddonMenu(): Menu {
    return asGoogle<Menu>(new LocalMenu({ kind: 'menu', caption: 'Extensions', items: [] }));
  }
  showSidebar(output: HtmlOutput): void {
    callHost('Ui.showSidebar', dialogOf('sidebar', output, output.getTitle()));
  }
  showModalDialog(output: HtmlOutput, title: string): void {
    callHost('Ui.showModalDialog', dialogOf('modal', output, title));
  }
  showModelessDialog(output: HtmlOutput, title: string): void {
    callHost('Ui.showModelessDialog', dialogOf('modeless', output, title));
  }
}

function dialogOf(kind: Dialog['kind'], output: HtmlOutput, title: string): Dialog {
  const [width, height] = [output.getWidth(), output.getHeight()];
  return { kind, title, html: output.getContent(), width: width || null, height: height || null };
}

emulates('Ui', LocalUi);
emulates('Menu', LocalMenu);
emulates('PromptResponse', LocalPromptResponse);

export const makeUi = (): Ui => asGoogle<Ui>(new LocalUi());

/** `Ui`: menus, alerts and prompts that block, dialogs and sidebars that do not. */
import type { Button as ButtonName, ButtonSet as ButtonSetName, Dialog, MenuNode } from '../protocol';
import { type Emulates, emulates, google } from './emulated';
import { enumeration } from './enumeration';
import { call, exception } from './server';

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

interface Question {
  title: string | null;
  prompt: string;
  buttons: ButtonSetName;
}

/** (prompt), (prompt, buttons) or (title, prompt, buttons). */
function question(args: readonly unknown[]): Question {
  const [first, second, third] = args;
  if (args.length >= 3) return { title: String(first), prompt: String(second), buttons: setName(third) };
  return { title: null, prompt: String(first), buttons: args.length === 2 ? setName(second) : 'OK' };
}

function setName(buttons: unknown): ButtonSetName {
  const name = String(buttons);
  if (name === 'OK' || name === 'OK_CANCEL' || name === 'YES_NO' || name === 'YES_NO_CANCEL') return name;
  throw exception(`The parameters (String,${typeof buttons}) don't match the method signature for Ui.alert.`);
}

const button = (name: ButtonName): Button => BUTTON[name];

class LocalPromptResponse implements Emulates<LocalPromptResponse, PromptResponse> {
  constructor(private readonly answer: { button: ButtonName; text: string }) {}
  getSelectedButton(): Button {
    return button(this.answer.button);
  }
  getResponseText(): string {
    return this.answer.text;
  }
}

const nodes = new WeakMap<object, MenuNode & { kind: 'menu' }>();

class LocalMenu implements Emulates<LocalMenu, Menu> {
  constructor(private readonly node: MenuNode & { kind: 'menu' }) {
    nodes.set(this, node);
  }
  addItem(caption: string, functionName: string): Menu {
    this.node.items.push({ kind: 'item', caption, functionName });
    return google<Menu>(this);
  }
  addSeparator(): Menu {
    this.node.items.push({ kind: 'separator' });
    return google<Menu>(this);
  }
  addSubMenu(menu: Menu): Menu {
    const node = nodes.get(menu);
    if (node) this.node.items.push(node);
    return google<Menu>(this);
  }
  addToUi(): void {
    call('Menu.addToUi', this.node);
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
    const { title, prompt, buttons } = question(args);
    return button(call('Ui.alert', title, prompt, buttons));
  }
  prompt(...args: [string, (string | ButtonSet)?, ButtonSet?]): PromptResponse {
    const { title, prompt, buttons } = question(args);
    return google<PromptResponse>(new LocalPromptResponse(call('Ui.prompt', title, prompt, buttons)));
  }
  createMenu(caption: string): Menu {
    return google<Menu>(new LocalMenu({ kind: 'menu', caption, items: [] }));
  }
  /** Google puts it under Extensions, by the name of the project. */
  createAddonMenu(): Menu {
    return google<Menu>(new LocalMenu({ kind: 'menu', caption: 'Extensions', items: [] }));
  }
  showSidebar(output: HtmlOutput): void {
    call('Ui.showSidebar', dialog('sidebar', output, output.getTitle()));
  }
  showModalDialog(output: HtmlOutput, title: string): void {
    call('Ui.showModalDialog', dialog('modal', output, title));
  }
  showModelessDialog(output: HtmlOutput, title: string): void {
    call('Ui.showModelessDialog', dialog('modeless', output, title));
  }
}

function dialog(kind: Dialog['kind'], output: HtmlOutput, title: string): Dialog {
  const [width, height] = [output.getWidth(), output.getHeight()];
  return { kind, title, html: output.getContent(), width: width || null, height: height || null };
}

emulates('Ui', LocalUi);
emulates('Menu', LocalMenu);
emulates('PromptResponse', LocalPromptResponse);

export const ui = (): Ui => google<Ui>(new LocalUi());

/**
 * The page in a real browser, for tests: `const browser = usingBrowser()` within `describeInBrowser(…)`, then
 * `const sheet = await browser().open(suite, { as: 'sato' })`. Nothing here sleeps: what a test waits for is a condition.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import type { PageHandle } from '../../emulator/page/page-handle';
import type {} from '../environment';
import { CHROMIUM, launchChromium } from './chromium';

/** Skipped, and its name says why, where there is no browser. */
export const describeInBrowser = (name: string, tests: () => void): void => {
  if (CHROMIUM === null) describe.skip(`${name} (skipped: no Chromium; install it or set CHROMIUM)`, tests);
  else describe(name, tests);
};

const ARTIFACTS = 'artifacts';
/** Long enough where many others use the machine: a page starts in a second or two. */
const TIMEOUT_MS = 60_000;

type Language = 'ja' | 'en';

export interface PageOptions {
  /** Key of the demonstration team, or an address; `sato` unless given. */
  as?: string;
  lang?: Language;
  sheet?: 'register' | 'queue';
  phone?: boolean;
  size?: { width: number; height: number };
}

export interface SheetPage {
  /** Playwright's own, for what is not here. */
  page: Page;
  /** As shown in a cell of the active tab. */
  text(a1: string): Promise<string>;
  /** Waits until that expression is true in the page. */
  until(expression: string): Promise<void>;
  /** Waits until the cell shows that text. */
  shows(a1: string, text: string): Promise<void>;
  /** Waits until that stands in the cell's note, which is written behind the cell. */
  noted(a1: string, part: string): Promise<void>;
  click(a1: string): Promise<void>;
  /** From one cell to another, with the mouse. */
  drag(from: string, to: string): Promise<void>;
  /** Replaces what is in the cell, and ends with Enter. */
  type(a1: string, text: string): Promise<void>;
  /** Copies what is selected, or cuts it; done when the clipboard has it. */
  take(how: 'copy' | 'cut'): Promise<void>;
  /** Picks from the list of a dropdown cell. */
  pick(a1: string, option: string): Promise<void>;
  /** Through the menu bar, by captions from the top. */
  menu(...captions: string[]): Promise<void>;
  /** Tabs of the strip below. */
  tab(title: string): Promise<void>;
  /** From now on edits reach the server only once that is called which it answers. */
  holdEdits(): Promise<() => void>;
  /** An alert, a prompt or a warning: the box above all others. */
  box(): Locator;
  /** Presses a button of that box. */
  press(label: string): Promise<void>;
  sidebar(): FrameLocator;
  dialog(): FrameLocator;
  /** Presses the dialog's button that closes it; done when the dialog is gone. */
  closeDialog(caption?: string): Promise<void>;
  toast(text: string | RegExp): Locator;
  /** What has gone wrong, in the words that the person sees. */
  trouble(text: string | RegExp): Locator;
  /** What axe finds serious or critical, in the page or in the windows over it. */
  barriers(): Promise<string[]>;
  /** Kept as artifacts/NAME.png. */
  screenshot(name: string): Promise<void>;
}

type Box = { x: number; y: number; width: number; height: number };

export interface TestBrowser {
  open(suite: { page: string }, opening?: PageOptions): Promise<SheetPage>;
}

/** What a person would see who looked at the page now: for a test that failed where nobody can look. */
const printPage = async (page: Page, test: string): Promise<void> => {
  const frames = await Promise.all(
    page.frames().map((frame) => frame.evaluate<string>('document.body.innerText').catch(String)),
  );
  console.error(`${page.url()} at the end of “${test}”:`, ...frames.map((text) => `\n---\n${text}`));
  mkdirSync(ARTIFACTS, { recursive: true });
  await page.screenshot({ path: join(ARTIFACTS, `failed-${Date.now()}.png`) });
};

/**
 * To be called in a describe block. A test in which any page throws what nothing catches fails; of one that fails the texts of its
 * pages are printed. Pages that a test leaves open are emptied after it, and taken again by the next one: where a page has run
 * before, it starts three times as fast.
 */
export const usingBrowser = (): (() => TestBrowser) => {
  let browser: Browser | undefined;
  const open: Page[] = [];
  /** Each in a context of its own. */
  const empty = new Map<Language, Page[]>([
    ['ja', []],
    ['en', []],
  ]);
  const languages = new Map<Page, Language>();
  const errors: string[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    for (const page of open.splice(0)) {
      if (globalThis.testHasFailed)
        await printPage(page, expect.getState().currentTestName ?? '').catch(console.error);
      page.removeAllListeners();
      await page.unrouteAll();
      await page.goto('about:blank');
      empty.get(languages.get(page) ?? 'ja')?.push(page);
    }
    expect(errors.splice(0)).toEqual([]);
  });
  afterAll(() => browser?.close());
  return () => ({
    async open(suite, opening = {}) {
      if (browser === undefined) throw new Error('The browser runs only within tests.');
      const { lang = 'ja', size = { width: 1280, height: 800 } } = opening;
      const page = empty.get(lang)?.pop() ?? (await newPage(browser, lang));
      languages.set(page, lang);
      open.push(page);
      await page.setViewportSize(size);
      page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
      return openPage(page, suite.page, opening);
    },
  });
};

const newPage = async (browser: Browser, lang: Language): Promise<Page> => {
  const context = await browser.newContext({
    locale: lang === 'ja' ? 'ja-JP' : 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  return page;
};

const openPage = async (page: Page, url: string, opening: PageOptions): Promise<SheetPage> => {
  const { as = 'sato', lang = 'ja', sheet = 'register', phone = false } = opening;
  const query = new URLSearchParams({ as, lang, sheet, ...(phone ? { phone: '1' } : {}) });
  await page.goto(`${url}?${query}`);
  await page.locator('body[data-ready]').waitFor();

  const inPage = <T>(what: 'text' | 'box', a1: string): Promise<T> =>
    page.evaluate(
      ([name, cell]) =>
        (globalThis as unknown as { hachi: PageHandle }).hachi[name as 'text'](cell as string),
      [what, a1],
    ) as Promise<T>;
  /** Scrolled into sight, and at rest. */
  const boxOf = async (a1: string): Promise<Box> => {
    for (let before: Box | null = null; ; ) {
      const now = await inPage<Box | null>('box', a1);
      if (now !== null && now.x === before?.x && now.y === before.y) return now;
      before = now;
      await page.evaluate('new Promise(requestAnimationFrame)');
    }
  };
  /** Left of its middle, where a dropdown has no arrow. */
  const pointOf = async (a1: string): Promise<{ x: number; y: number }> => {
    const { x, y, width, height } = await boxOf(a1);
    return { x: x + Math.min(40, width / 2), y: y + height / 2 };
  };
  const click = async (a1: string): Promise<void> => {
    const { x, y } = await pointOf(a1);
    await page.mouse.click(x, y);
  };
  /** Playwright's own waiting would have the page evaluate it, which its policy forbids. */
  const until = async (expression: string): Promise<void> => {
    while (!(await page.evaluate<boolean>(expression)))
      await page.evaluate('new Promise(requestAnimationFrame)');
  };
  const box = (): Locator => page.locator('dialog.box[open]:not(.script)').last();
  const dialog = (): FrameLocator => page.frameLocator('dialog.script iframe');

  return {
    page,
    click,
    until,
    box,
    text: (a1) => inPage('text', a1),
    async shows(a1, text) {
      await page.waitForFunction(
        ([cell, wanted]) =>
          (globalThis as unknown as { hachi: PageHandle }).hachi.text(cell as string) === wanted,
        [a1, text],
      );
    },
    async noted(a1, part) {
      await page.waitForFunction(
        ([cell, wanted]) =>
          (globalThis as unknown as { hachi: PageHandle }).hachi
            .note(cell as string)
            .includes(wanted as string),
        [a1, part],
      );
    },
    async drag(from, to) {
      const [start, end] = [await pointOf(from), await pointOf(to)];
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      await page.mouse.move(end.x, end.y, { steps: 4 });
      await page.mouse.up();
    },
    async type(a1, text) {
      await click(a1);
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    async take(how) {
      await page.evaluate(`navigator.clipboard.writeText('')`);
      await page.keyboard.press(how === 'copy' ? 'Control+c' : 'Control+x');
      await until(`navigator.clipboard.readText().then((text) => text !== '')`);
    },
    async pick(a1, option) {
      const { x, width, y, height } = await boxOf(a1);
      await click(a1);
      const list = page
        .locator('[data-u-comp="sheets-dropdown-list"], .univer-popup')
        .filter({ hasText: option });
      // Where a row is taller than a line, the arrow stands in the first one.
      if (!(await list.isVisible())) await page.mouse.click(x + width - 18, y + Math.min(11, height / 2));
      await list.getByText(option, { exact: true }).click();
    },
    async menu(...captions) {
      const [first = '', ...rest] = captions;
      await page.locator('#menu-bar').getByRole('menuitem', { name: first, exact: true }).click();
      for (const caption of rest)
        await page.locator('.menu > [role=menuitem]', { hasText: caption }).last().click();
    },
    async tab(title) {
      await page.locator('[data-u-comp="slide-tab-item"]', { hasText: title }).first().click();
    },
    async holdEdits() {
      let letThrough = (): void => undefined;
      const isLetThrough = new Promise<void>((resolve) => {
        letThrough = resolve;
      });
      await page.route('**/page/edit?*', async (route) => {
        await isLetThrough;
        await route.continue();
      });
      return letThrough;
    },
    async press(label) {
      await box().getByRole('button', { name: label, exact: true }).click();
    },
    sidebar: () => page.frameLocator('#sidebar > div:not([hidden]) iframe'),
    dialog,
    async closeDialog(caption) {
      const gone = page.locator('dialog.script').waitFor({ state: 'detached' });
      const click = dialog()
        .getByRole('button', { name: caption ?? /^(閉じる|Close)$/ })
        .click();
      // The click takes its own frame away: the browser may be too late to confirm it, and then it would wait for ever.
      await Promise.race([gone, click.then(() => gone)]);
    },
    toast: (text) => page.locator('#toasts .toast', { hasText: text }),
    trouble: (text) => page.locator('#troubles .trouble', { hasText: text }),
    async barriers() {
      const found: string[] = [];
      for (const frame of page.frames()) {
        // The frames that only hold the windows have nothing of their own.
        if (frame !== page.mainFrame() && frame.childFrames().length > 0) continue;
        await frame.evaluate(axe.source);
        const violations = (await frame.evaluate(
          `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
        )) as AxeResults['violations'];
        for (const { impact, id, nodes } of violations)
          if (impact === 'serious' || impact === 'critical')
            found.push([id, ...nodes.map(({ html }) => html)].join(' '));
      }
      return found;
    },
    async screenshot(name) {
      mkdirSync(ARTIFACTS, { recursive: true });
      await page.screenshot({ path: join(ARTIFACTS, `${name}.png`) });
    },
  };
};

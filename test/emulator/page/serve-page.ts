/** The page with a script of a test's own, over HTTP, and windows that are no browsers. */
import { type ScriptHost, startScriptHost } from '../../../emulator/apps-script/script-host';
import { startClock } from '../../../emulator/clock';
import { type LocalServer, listenLocally } from '../../../emulator/local-server/local-server';
import type { PageEvent, PageRequests, SheetUpdate } from '../../../emulator/page/protocol';
import { makePageServer } from '../../../emulator/page/server';
import type { UpdateRequest } from '../../../emulator/workbook/model';
import { writeValues } from '../../../emulator/workbook/values';
import { openWorkbooks, type Workbooks } from '../../../emulator/workbook/workbook';

export const PAGE_REGISTER_ID = 'register';
export const PAGE_QUEUE_ID = 'queue';

interface PageSceneOptions {
  code?: string;
  /** Of the script of the queue; none of it does anything unless given. */
  queueCode?: string;
  /** By range of the register, as if typed. */
  cells?: Record<string, unknown[][]>;
  requests?: UpdateRequest[];
  graceMs?: number;
  /** One that goes on after the scene; a new one unless given. */
  server?: LocalServer;
}

export interface PageScene {
  /** With a slash at its end. */
  page: string;
  workbooks: Workbooks;
  script: ScriptHost;
  /** As entered, of the register's first tab. */
  values(): unknown[][];
  openWindow(as?: string, query?: Record<string, string>): Promise<TestWindow>;
  /** Cuts all lines; whoever comes back is let in. */
  cut(): void;
  stop(): Promise<void>;
}

export interface TestWindow {
  id: string;
  welcome: Extract<PageEvent, { kind: 'welcome' }>;
  /** Everything so far. */
  events: PageEvent[];
  /** The first of that kind that came or comes, that also `fits`. */
  hears<K extends PageEvent['kind']>(
    kind: K,
    fits?: (event: Extract<PageEvent, { kind: K }>) => boolean,
  ): Promise<Extract<PageEvent, { kind: K }>>;
  ask<K extends keyof PageRequests>(
    name: K,
    request: Omit<PageRequests[K], 'book' | 'revision'> & { book?: string; revision?: number },
  ): Promise<{ status: number; body: AnyBody }>;
  sheet(book?: string): Promise<SheetUpdate>;
  /** Cuts the line. */
  close(): void;
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape, and fail by what they find.
type AnyBody = any;

const scenes: PageScene[] = [];

export async function stopPages(): Promise<void> {
  for (const scene of scenes.splice(0)) await scene.stop();
}

export async function servePage({
  code = 'function onOpen() {}',
  queueCode = '',
  cells = {},
  requests = [],
  graceMs = 5000,
  server: shared,
}: PageSceneOptions = {}): Promise<PageScene> {
  const workbooks = openWorkbooks({ dataDir: null });
  workbooks.create(PAGE_REGISTER_ID, { title: 'アカウント台帳' }, [
    { title: '台帳', sheetId: 1, gridProperties: { rowCount: 100, columnCount: 10 } },
  ]);
  workbooks.create(PAGE_QUEUE_ID, { title: '四半期チェック' });
  workbooks.change(PAGE_REGISTER_ID, 'api', (draft) => {
    for (const [range, values] of Object.entries(cells))
      writeValues(draft, { range, values }, 'USER_ENTERED');
  });
  if (requests.length > 0) workbooks.batchUpdate(PAGE_REGISTER_ID, requests, 'api');
  const startScript = (spreadsheetId: string, itsCode: string): Promise<ScriptHost> =>
    startScriptHost({
      ...{ workbooks, spreadsheetId, code: itsCode, dataDir: null },
      manifest: { timeZone: 'Asia/Tokyo' },
      identity: async (email) => `token of ${email}`,
    });
  const script = await startScript(PAGE_REGISTER_ID, code);
  const queueScript = await startScript(PAGE_QUEUE_ID, queueCode);
  const server = shared ?? (await listenLocally(0));
  const page = makePageServer({
    ...{ workbooks, script, queueScript, clock: startClock(), zone: 'Asia/Tokyo', graceMs },
    ...{ registerId: PAGE_REGISTER_ID, queueId: PAGE_QUEUE_ID },
    linkStart: `${server.root}/open?`,
  });
  server.serve((request, response) => {
    if (!page.handle(request, response)) response.writeHead(404).end();
  });
  const url = `${server.root}/`;
  const windows: TestWindow[] = [];
  const scene: PageScene = {
    page: url,
    workbooks,
    script,
    values: () =>
      (workbooks.get(PAGE_REGISTER_ID).tabs[0]?.rows ?? []).map((row) =>
        row.map((cell) => Object.values(cell?.userEnteredValue ?? { none: '' })[0]),
      ),
    async openWindow(as = 'sato', query = {}) {
      const window = await openWindow(url, { as, ...query });
      windows.push(window);
      return window;
    },
    cut: server.cut,
    async stop() {
      for (const window of windows) window.close();
      page.stop();
      await script.stop();
      await queueScript.stop();
      server.serve((_, response) => response.writeHead(503).end());
      if (shared) shared.cut();
      else await server.stop();
      workbooks.close();
    },
  };
  scenes.push(scene);
  return scene;
}

/** One address for all scenes of a describe block: a browser compiles the page once an address. */
export const usingPageAddress = (): (() => LocalServer) => {
  let server: LocalServer | undefined;
  beforeAll(async () => {
    server = await listenLocally(0);
  });
  afterAll(() => server?.stop());
  return () => {
    if (server === undefined) throw new Error('The server listens only within tests.');
    return server;
  };
};

/** Asks again until it holds; the test's own time limit ends it. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function openWindow(url: string, query: Record<string, string>): Promise<TestWindow> {
  const id = query.window ?? crypto.randomUUID();
  const line = new AbortController();
  const events: PageEvent[] = [];
  const waiting = new Set<() => void>();
  const response = await fetch(`${url}page/events?${new URLSearchParams({ window: id, ...query })}`, {
    signal: line.signal,
  });
  if (!response.ok) throw new Error(await response.text());
  void readEvents(response, (next) => {
    events.push(next);
    for (const look of [...waiting]) look();
  });
  const hears: TestWindow['hears'] = (kind, fits = () => true) =>
    new Promise((resolve) => {
      const look = (): void => {
        const event = events.find((each) => each.kind === kind && fits(each as never));
        if (!event) return;
        waiting.delete(look);
        resolve(event as never);
      };
      waiting.add(look);
      look();
    });
  const revisions = new Map<string, number>();
  const sheet = async (book = PAGE_REGISTER_ID): Promise<SheetUpdate> => {
    const answer = await fetch(`${url}page/sheet?book=${book}`);
    const update = (await answer.json()) as SheetUpdate;
    revisions.set(book, update.revision);
    return update;
  };
  return {
    id,
    welcome: await hears('welcome'),
    events,
    hears,
    sheet,
    async ask(name, request) {
      const book = request.book ?? PAGE_REGISTER_ID;
      const isOfBook = ['edit', 'change', 'filter', 'select', 'choose', 'run'].includes(name);
      if (isOfBook && !revisions.has(book)) await sheet(book);
      const answer = await fetch(`${url}page/${name}?window=${id}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          ...(isOfBook ? { book } : {}),
          ...(name === 'edit' || name === 'change' ? { revision: revisions.get(book) } : {}),
          ...request,
        }),
      });
      return { status: answer.status, body: await answer.json() };
    },
    close: () => line.abort(),
  };
}

/** Server-Sent Events, as far as the page uses them. */
async function readEvents(response: Response, heard: (event: PageEvent) => void): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) if (event.startsWith('data: ')) heard(JSON.parse(event.slice(6)));
    }
  } catch {
    // The line was cut: what a test does on purpose.
  }
}

/**
 * People sort, tear, paste, delete, undo and restore, with the script that would be pushed: no edit lands on another account than
 * that of its row, none is lost, and the sheet comes to rest.
 */
import { REGISTER_ID } from '../../emulator/suite';
import { type Seat, type SheetScene, sendPending, sheetScene } from '../apps-script/sheet-scene';
import { type Random, randomOf } from '../recorded/generate/random';
import type { TestSuite } from '../suite';
import { appliedEdits, fateOf, presentCells, type SheetEdit, SheetEdits } from './sheet-edits';
import { SheetHands } from './sheet-hands';
import { sheetLines } from './sheet-lines';
import { expectSoundStore } from './sound-store';
import type { TortureRun } from './torture-run';

const ACCOUNTS = 12;
const STEPS = 8;
const SHEET = 8001;

/** What people at the register have. */
interface Company {
  scene: SheetScene;
  seats: readonly Seat[];
  idByName: ReadonlyMap<string, string>;
  /** Of each account when the sequence began. */
  versions: Versions;
}

type Versions = ReadonlyMap<string, number>;

/** By their IDs. */
const versionsNow = async (suite: TestSuite): Promise<Versions> => {
  const { body } = await suite.call('is', 'accounts');
  return new Map(body.rows.map(({ id, version }: { id: string; version: number }) => [id, version]));
};

/** One sequence on a register that was just made. */
class SheetSequence {
  private readonly edits = new SheetEdits();
  private readonly steps: string[] = [];
  private readonly hands: SheetHands;
  private readonly random: Random;

  constructor(
    private readonly company: Company,
    private readonly run: TortureRun,
    private readonly seed: number,
  ) {
    this.random = randomOf(seed);
    const { scene, seats } = company;
    this.hands = new SheetHands(scene, seats, this.edits, () => this.lines(), this.random, `第${seed}回`);
  }

  private get scene(): SheetScene {
    return this.company.scene;
  }

  private lines() {
    return sheetLines(this.scene, this.company.idByName);
  }

  async play(): Promise<void> {
    for (let step = 0; step < STEPS; step += 1) await this.step();
    await this.settle();
    await this.judge();
  }

  private async step(): Promise<void> {
    this.hands.versions.push(this.scene.suite.workbooks.get(REGISTER_ID));
    const what = this.random.weighted<string>([
      ['type', 6],
      ...Object.keys(this.hands.actions).map((name) => [name, name === 'restore' ? 0.3 : 1] as const),
      ['send', 2],
      ['clock', 1],
      ['refresh', 2],
    ]);
    const told = await this.act(what);
    this.steps.push(told === '' ? what : `${what} ${told}`);
    this.run.count('steps');
    await this.watch();
  }

  private async act(what: string): Promise<string> {
    if (what === 'send') await sendPending(this.random.one(this.company.seats));
    else if (what === 'clock') await this.sendByClock();
    else if (what === 'refresh') await this.refresh();
    else return (await this.hands.actions[what]?.()) ?? '';
    return '';
  }

  private async sendByClock(): Promise<void> {
    const { script } = this.scene.suite;
    const { error } = await script.runTrigger(script.triggers[0]?.id ?? '');
    this.run.expect(error === null, () => `${this.told()}: the clock failed: ${error?.message}`);
  }

  /** Where the job refuses, people do as it says. */
  private async refresh(): Promise<number> {
    const { suite } = this.scene;
    const before = suite.workbooks.get(REGISTER_ID);
    const { status, body } = await suite.call('manager', 'layout', { body: {} });
    if (status === 200) return body.calls;
    const { code } = body.error;
    this.run.count(code);
    this.run.expect(
      suite.workbooks.get(REGISTER_ID) === before,
      () => `${this.told()}: ${code}, and something was written`,
    );
    // A cell that was sent back says why now: people have been told, also where they restore the file next.
    await this.watch();
    if (code === 'REGISTER_ROWS_VANISHED') {
      this.steps.push(`(${await this.hands.restore(0)})`);
      return this.refresh();
    }
    if (code === 'REGISTER_RESTORED') {
      this.edits.closeAll();
      this.steps.push('(discardRequests)');
      return (await this.scene.layout({ discardRequests: true })).calls ?? 0;
    }
    throw new Error(`${this.told()}: ${JSON.stringify(body)}`);
  }

  /** What is in no cell any more was applied, or sent back with its reason. */
  private async watch(): Promise<void> {
    const lines = this.lines();
    for (const edit of this.edits.gone(lines)) {
      const fate = fateOf(edit, lines, await this.applied(edit.accountId));
      this.run.count(`edits ${fate}`);
      this.run.expect(fate !== 'lost', () => `${this.told()}: ${JSON.stringify(edit)} is lost`);
      this.edits.close(edit);
    }
  }

  /** What the account has got since the sequence began, and what it has. */
  private async applied(id: string): Promise<SheetEdit[]> {
    return [...(await this.since(id)), ...presentCells(await this.scene.account(id))];
  }

  private async since(id: string): Promise<SheetEdit[]> {
    const { body } = await this.scene.suite.call('is', 'account', { query: { id } });
    const version = this.company.versions.get(id) ?? 0;
    return body.history.flatMap((entry: { version: number }) =>
      entry.version > version ? appliedEdits(entry as Parameters<typeof appliedEdits>[0]) : [],
    );
  }

  /** Sent by everybody and by the clock, and refreshed; then nothing is left to write. */
  private async settle(): Promise<void> {
    for (const seat of this.company.seats) await sendPending(seat);
    await this.sendByClock();
    await this.watch();
    await this.refresh();
    await this.sendByClock();
    await this.watch();
    await this.refresh();
    await this.watch();
    const before = this.scene.suite.workbooks.get(REGISTER_ID);
    const calls = await this.refresh();
    this.run.expect(
      calls === 0 && this.scene.suite.workbooks.get(REGISTER_ID) === before,
      () => `${this.told()}: a second refresh wrote ${calls} times`,
    );
  }

  private async judge(): Promise<void> {
    const lines = this.lines();
    for (const edit of this.edits.open) {
      const fate = fateOf(edit, lines, await this.applied(edit.accountId));
      this.run.count(`edits ${fate}`);
      this.run.expect(
        fate !== 'lost',
        () => `${this.told()}: ${JSON.stringify(edit)} is neither applied nor marked`,
      );
    }
    const versions = await versionsNow(this.scene.suite);
    for (const id of this.company.idByName.values()) {
      const hasChanged = versions.get(id) !== this.company.versions.get(id);
      const foreign = (hasChanged ? await this.since(id) : []).filter((edit) => !this.edits.wasTyped(edit));
      this.run.expect(
        foreign.length === 0,
        () => `${this.told()}: typed in no row of their account: ${JSON.stringify(foreign)}`,
      );
      this.run.expect(
        lines.some(({ ids }) => ids.includes(id)),
        () => `${this.told()}: ${id} has no row`,
      );
    }
  }

  private told(): string {
    return `--seed ${this.seed} --minutes 0 (${this.steps.join('; ')})`;
  }
}

/** Who works at the register, and sends what is left by the clock. */
interface Office {
  scene: SheetScene;
  seats: readonly Seat[];
}

const openOffice = async (suite: TestSuite): Promise<Office> => {
  const scene = sheetScene(suite);
  await scene.layout();
  const seats = [await scene.sit('is'), await scene.sit('is2')];
  await (await scene.sit('manager')).session.run('setAutoSend', [true]);
  return { scene, seats };
};

/** Companies that nothing has happened to yet, in a register of their own: what was before is forgotten, in the store, too. */
const makeRegister = async ({ scene, seats }: Office, seed: number): Promise<Company> => {
  const { suite } = scene;
  const [seat] = seats;
  if (seat !== undefined) await scene.change(seat, { deleteSheet: { sheetId: SHEET } });
  for (const collection of await suite.db.listCollections())
    if (collection.id !== 'team') await suite.db.recursiveDelete(collection);
  const lines = Array.from(
    { length: ACCOUNTS },
    (_, n) => `株式会社並べ替え${seed}の${n},四半期チェック,2026-06-02,is`,
  );
  const file = `会社名,ステータス,最終連絡日,担当者\n${lines.join('\n')}\n`;
  const { status } = await suite.call('is', 'import', {
    file,
    query: { list: 'sheet' },
  });
  if (status !== 200) throw new Error(`no import: ${status}`);
  await scene.layout();
  const { body } = await suite.call('is', 'accounts', { query: { status: 'QUARTERLY_CHECK' } });
  const idByName = new Map<string, string>(
    body.rows.map(({ id, name }: { id: string; name: string }) => [name, id]),
  );
  return { scene, seats, idByName, versions: await versionsNow(suite) };
};

/** That many sequences, each with a seed of its own, which repeats it alone. */
export const sheetSequences = async (suite: TestSuite, run: TortureRun, atLeast: number): Promise<void> => {
  const office = await openOffice(suite);
  for (let n = 0; n < atLeast || run.hasTime(); n += 1) {
    const seed = run.seed + n;
    await new SheetSequence(await makeRegister(office, seed), run, seed).play();
    run.count('sequences');
  }
};

export const sheet =
  (suite: TestSuite) =>
  async (run: TortureRun): Promise<void> => {
    await sheetSequences(suite, run, 1);
    await expectSoundStore(suite.db, run);
  };

/** People sort, insert, delete, copy, move, hide and type, with the script that would be pushed: no other account is changed, no edit is lost. */
import { columnName } from '../../emulator/workbook/a1';
import type { UpdateRequest } from '../../emulator/workbook/model';
import { type Seat, type SheetScene, sendPending, sheetScene } from '../apps-script/sheet-scene';
import type { TestSuite } from '../suite';
import { expectSoundStore } from './sound-store';
import type { TortureRun } from './torture-run';

const ACCOUNTS = 8;
const STEPS = 8;
const SHEET = 8001;
/** Above it stand the keys and the headings. */
const FIRST_ROW = 2;

/** One sequence on a register that is whole when it begins. */
class SheetSequence {
  /** By what was typed, which is unique: the account in whose row it was. */
  private readonly typed = new Map<string, string>();
  /** Accounts in whose rows somebody typed. */
  private readonly touched = new Set<string>();
  private readonly steps: string[] = [];

  constructor(
    private readonly scene: SheetScene,
    private readonly seat: Seat,
    private readonly ids: readonly string[],
    private readonly run: TortureRun,
    private readonly name: string,
  ) {}

  async play(): Promise<void> {
    const before = await this.versions();
    for (let step = 0; step < STEPS; step += 1) await this.step(step);
    await this.settle();
    await this.judge(before);
  }

  private async step(step: number): Promise<void> {
    const { random } = this.run;
    const rows = this.scene.tab().rows.length;
    const columns = this.scene.tab().rows[FIRST_ROW]?.length ?? 1;
    const row = FIRST_ROW + random.below(this.ids.length);
    const other = FIRST_ROW + random.below(this.ids.length);
    const span = (startIndex: number, dimension: 'ROWS' | 'COLUMNS') => ({
      ...{ sheetId: SHEET, dimension, startIndex },
      endIndex: startIndex + 1,
    });
    const by = [{ dimensionIndex: random.below(columns), sortOrder: 'ASCENDING' as const }];
    const moves: Readonly<Record<string, UpdateRequest>> = {
      sort: {
        sortRange: { range: { sheetId: SHEET, startRowIndex: FIRST_ROW, endRowIndex: rows }, sortSpecs: by },
      },
      insert: { insertDimension: { range: span(row, 'ROWS') } },
      hide: {
        updateDimensionProperties: {
          range: span(row, 'ROWS'),
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      },
      moveRow: { moveDimension: { source: span(row, 'ROWS'), destinationIndex: other } },
      moveColumn: {
        moveDimension: {
          source: span(random.below(columns), 'COLUMNS'),
          destinationIndex: random.below(columns),
        },
      },
    };
    const what = random.one(['type', 'type', 'type', 'send', 'refresh', ...Object.keys(moves)]);
    this.steps.push(what);
    this.run.count('steps');
    if (what === 'type') await this.typeSomewhere(step);
    else if (what === 'send') await sendPending(this.seat);
    else if (what === 'refresh') await this.scene.layout();
    else if (moves[what] !== undefined) await this.scene.change(this.seat, moves[what]);
  }

  private async typeSomewhere(step: number): Promise<void> {
    const id = this.run.random.one(this.ids);
    const value = `${this.name}の条件${step}`;
    // What stood in the cell and was not sent yet is written over by the person.
    const shown = String(this.scene.cell(id, 'awaitedCondition'));
    this.typed.delete(shown);
    this.typed.set(value, id);
    this.touched.add(id);
    const at = `'${this.scene.tab().properties.title}'!${columnName(this.scene.column('awaitedCondition'))}${this.scene.rowOf(id) + 1}`;
    await this.seat.session.edit(at, [[value]]);
    this.run.count('edits');
  }

  /** Sent and refreshed, the second refresh writes nothing. */
  private async settle(): Promise<void> {
    await sendPending(this.seat);
    await this.scene.layout();
    const { calls } = await this.scene.layout();
    this.run.expect(calls === 0, () => `${this.told()}: the second refresh wrote ${calls} times`);
  }

  private async judge(before: ReadonlyMap<string, number>): Promise<void> {
    const after = await this.versions();
    for (const id of this.ids)
      this.run.expect(
        before.get(id) === after.get(id) || this.touched.has(id),
        () => `${this.told()}: nobody typed in the row of ${id}, and it was changed`,
      );
    for (const [value, id] of this.typed) {
      const { body } = await this.scene.suite.call('is', 'account', { query: { id } });
      const isInHistory = JSON.stringify(body).includes(value);
      const isInSheet = JSON.stringify(this.scene.tab().rows).includes(value);
      this.run.expect(isInHistory || isInSheet, () => `${this.told()}: ${value} of ${id} is lost`);
    }
    for (const id of this.ids) {
      const { body } = await this.scene.suite.call('is', 'account', { query: { id } });
      const foreign = [...this.typed].filter(
        ([value, owner]) => owner !== id && JSON.stringify(body.history).includes(value),
      );
      this.run.expect(foreign.length === 0, () => `${this.told()}: ${id} has what was typed for ${foreign}`);
    }
  }

  private async versions(): Promise<Map<string, number>> {
    const rows = await Promise.all(this.ids.map((id) => this.scene.account(id)));
    return new Map(rows.map(({ id, version }) => [id, version]));
  }

  private told(): string {
    return `${this.name} (${this.steps.join(', ')})`;
  }
}

const setUp = async (suite: TestSuite): Promise<{ scene: SheetScene; seat: Seat; ids: string[] }> => {
  const scene = sheetScene(suite);
  const lines = Array.from(
    { length: ACCOUNTS },
    (_, n) => `株式会社並べ替え${n},四半期チェック,2026-06-02,is`,
  );
  const file = `会社名,ステータス,最終連絡日,担当者\n${lines.join('\n')}\n`;
  const { status } = await suite.call('is', 'import', { file, query: { list: 'sheet' } });
  if (status !== 200) throw new Error(`no import: ${status}`);
  await scene.layout();
  const { body } = await suite.call('is', 'accounts', { query: { status: 'QUARTERLY_CHECK' } });
  const ids: string[] = body.rows.map((row: { id: string }) => row.id);
  return { scene, seat: await scene.sit('is'), ids };
};

/** That many sequences, one behind the other on one register. */
export const sheetSequences = async (suite: TestSuite, run: TortureRun, atLeast: number): Promise<void> => {
  const { scene, seat, ids } = await setUp(suite);
  for (let n = 1; n <= atLeast || run.hasTime(); n += 1) {
    await new SheetSequence(scene, seat, ids, run, `第${n}回`).play();
    run.count('sequences');
  }
};

export const sheet =
  (suite: TestSuite) =>
  async (run: TortureRun): Promise<void> => {
    await sheetSequences(suite, run, 1);
    await expectSoundStore(suite.db, run);
  };

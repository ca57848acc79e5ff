/** Whatever people, the script and the store do between two runs: every account keeps one row, and every note its account. */
import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { isAccident, vanishedAccounts } from '../../../functions/domain/register/vanished-accounts';
import { RegisterRefusedError } from '../../../functions/sheets/register-refusal';
import { freshClient, usingFirestore } from '../../firestores';
import { saveTeam } from './queue-scene';
import {
  aRegisterAccount,
  COLUMNS,
  openRegisterScene,
  REGISTER_TAB_ID,
  type RegisterScene,
  TEN_ACCOUNTS,
} from './register-scene';

const firestore = usingFirestore('embedded');
const FIRST_ROW = 2;
/** A column of the team's own. */
const NOTES = COLUMNS.length;

type Step =
  | { do: 'sort'; column: number; order: 'ASCENDING' | 'DESCENDING' }
  | { do: 'insert' | 'delete' | 'takeBack' | 'note'; at: number }
  | { do: 'register' | 'registerByScript' | 'rename' }
  | { do: 'run' };

const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('sort' as const),
    column: fc.constantFrom(1, 2, 9),
    order: fc.constantFrom('ASCENDING' as const, 'DESCENDING' as const),
  }),
  fc.record({ do: fc.constantFrom('insert', 'delete', 'delete', 'takeBack', 'note'), at: fc.nat(20) }),
  fc.record({ do: fc.constantFrom('register', 'registerByScript', 'rename') }),
  fc.constant<Step>({ do: 'run' }),
);

/** What is true of the register, beside what stands in it. */
class Model {
  /** Names of the accounts that are registered. */
  readonly names = new Map(TEN_ACCOUNTS.map(({ id, name }) => [id, name]));
  readonly withdrawn = new Set<string>();
  readonly notes = new Map<string, string>();
  /** Whose rows the last run has left. */
  shown: ReadonlySet<string> = new Set(this.names.keys());
  private changes = 0;

  constructor(private readonly scene: RegisterScene) {}

  private rows(): string[][] {
    return this.scene.lines().slice(FIRST_ROW);
  }

  ids(): string[] {
    return this.rows().flatMap(([id = '']) => (id === '' ? [] : id));
  }

  private async save(id: string, over: Parameters<typeof aRegisterAccount>[1] = {}): Promise<void> {
    this.changes += 1;
    const name = this.names.get(id) ?? '';
    await this.scene.save(aRegisterAccount(id, { name, version: this.changes + 1, ...over }));
  }

  async take(step: Exclude<Step, { do: 'run' }>): Promise<void> {
    const { scene, names } = this;
    const rowCount = this.rows().length;
    switch (step.do) {
      case 'sort': {
        const range = { sheetId: REGISTER_TAB_ID, startRowIndex: FIRST_ROW };
        scene.person({
          sortRange: { range, sortSpecs: [{ dimensionIndex: step.column, sortOrder: step.order }] },
        });
        return;
      }
      case 'insert': {
        const startIndex = FIRST_ROW + (step.at % Math.max(1, rowCount));
        const range = { sheetId: REGISTER_TAB_ID, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 };
        scene.person({ insertDimension: { range, inheritFromBefore: false } });
        return;
      }
      case 'delete': {
        if (rowCount === 0) return;
        const row = FIRST_ROW + (step.at % rowCount);
        const id = this.rows()[row - FIRST_ROW]?.[0] ?? '';
        scene.deleteRows(row, row + 1);
        this.notes.delete(id);
        return;
      }
      case 'takeBack': {
        const id = [...names.keys()][step.at % Math.max(1, names.size)];
        if (id === undefined) return;
        await this.save(id, { withdrawn: true });
        names.delete(id);
        this.withdrawn.add(id);
        return;
      }
      case 'note': {
        const ids = this.ids();
        const id = ids[step.at % Math.max(1, ids.length)];
        if (id === undefined) return;
        scene.typeAt(scene.rowOf(id), NOTES, `メモ ${id}`);
        this.notes.set(id, `メモ ${id}`);
        return;
      }
      case 'register':
      case 'registerByScript': {
        const id = `a_new${this.changes}`;
        names.set(id, `会社 ${id}`);
        await this.save(id);
        if (step.do === 'registerByScript') scene.addRow(id);
        return;
      }
      case 'rename': {
        const [id] = names.keys();
        if (id === undefined) return;
        names.set(id, `改名 ${this.changes}`);
        await this.save(id);
        return;
      }
      default:
        step satisfies never;
    }
  }

  /** Rows of accounts that are not taken back and have vanished since the last run. */
  isAccident(): boolean {
    const missed = vanishedAccounts(this.shown, new Set(this.ids())).filter((id) => !this.withdrawn.has(id));
    return isAccident(missed.length, this.shown.size);
  }

  /** Accounts that were taken back and stay, for people have noted something: they are looked at in every run. */
  keptWithdrawn(): string[] {
    return [...this.withdrawn].filter((id) => this.notes.has(id));
  }

  expectRight(): void {
    const ids = this.ids();
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual([...this.names.keys(), ...this.keptWithdrawn()].sort());
    for (const [id, name] of this.names) expect([id, this.scene.cell(id, 'name')]).toEqual([id, name]);
    for (const [id, note] of this.notes)
      expect([id, this.scene.lines()[this.scene.rowOf(id)]?.[NOTES]]).toEqual([id, note]);
    this.shown = new Set(ids);
  }
}

test('every account keeps one row, every note its account, and only an accident stops a run', () =>
  fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 20, maxLength: 20 }), async (steps) => {
      const db = freshClient(firestore().host, {
        projectId: `demo-${randomUUID()}`,
        ignoreUndefinedProperties: true,
      });
      await saveTeam(db);
      const scene = await openRegisterScene(db);
      try {
        await scene.save(...TEN_ACCOUNTS);
        await scene.run();
        scene.person({ appendDimension: { sheetId: REGISTER_TAB_ID, dimension: 'COLUMNS', length: 1 } });
        scene.typeAt(1, NOTES, 'メモ');
        const model = new Model(scene);
        for (const step of [...steps, { do: 'run' } as const, { do: 'run' } as const]) {
          if (step.do !== 'run') await model.take(step);
          else if (model.isAccident()) {
            const before = scene.json();
            await expect(scene.run()).rejects.toThrow(RegisterRefusedError);
            expect(scene.json()).toStrictEqual(before);
            return;
          } else {
            await scene.run();
            model.expectRight();
          }
        }
        expect(await scene.run()).toMatchObject({ calls: 0, read: model.keptWithdrawn().length });
      } finally {
        await scene.stop();
        await db.terminate();
      }
    }),
    { numRuns: 3 },
  ));

/** A register of ten accounts that the job has laid out, and what the tests of its layout look at in it. */
import {
  aRegisterAccount,
  COLUMNS,
  REGISTER_TAB_ID,
  type RegisterScene,
  TEN_ACCOUNTS,
  usingRegisterScene,
} from '../app/register-scene';

export const columnRange = (startIndex: number, endIndex = startIndex + 1) => ({
  sheetId: REGISTER_TAB_ID,
  dimension: 'COLUMNS',
  startIndex,
  endIndex,
});
export const rowRange = (startIndex: number, endIndex = startIndex + 1) => ({
  ...columnRange(startIndex, endIndex),
  dimension: 'ROWS',
});
export const hideRequest = (range: ReturnType<typeof columnRange>, hiddenByUser: boolean) => ({
  updateDimensionProperties: { range, properties: { hiddenByUser }, fields: 'hiddenByUser' },
});

export interface LayoutScene extends RegisterScene {
  keys(): string[] | undefined;
  labels(): string[] | undefined;
  /** Keys of the columns that are hidden. */
  hidden(): string[];
  /** What the cell of that row lets people choose from. */
  choicesAt(row: number, key?: string): (string | null | undefined)[] | undefined;
  /** What a run makes of it, while the next one has nothing to do. */
  settled(): ReturnType<RegisterScene['run']>;
  /** Changes and new accounts reach their rows. */
  works(): Promise<void>;
}

/** To be called at the top of a test file. */
export const usingLayoutScene = (): (() => LayoutScene) => {
  const scene = usingRegisterScene();
  beforeEach(async () => {
    await scene().save(...TEN_ACCOUNTS);
    await scene().run();
  });
  const settled = async () => {
    const run = await scene().run();
    expect(await scene().run()).toMatchObject({ written: 0, appended: 0, repaired: 0, calls: 0 });
    return run;
  };
  return () => ({
    ...scene(),
    keys: () => scene().lines()[0],
    labels: () => scene().lines()[1],
    hidden: () => {
      const { columnProperties } = scene().tab();
      return COLUMNS.filter((key) => columnProperties[scene().column(key)]?.hiddenByUser);
    },
    choicesAt: (row, key = 'status') =>
      scene()
        .tab()
        .rows[row]?.[scene().column(key)]?.dataValidation?.condition?.values?.map(
          (value) => value.userEnteredValue,
        ),
    settled,
    works: async () => {
      await scene().save(
        aRegisterAccount('a_3', { name: '改名', status: 'CURRENT_CLIENT' }),
        aRegisterAccount('a_new'),
      );
      await settled();
      expect([scene().cell('a_3', 'name'), scene().cell('a_3', 'status')]).toEqual(['改名', '現在の顧客']);
      expect(scene().cell('a_new', 'name')).toBe('会社 a_new');
    },
  });
};

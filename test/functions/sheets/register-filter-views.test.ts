/** Each rep's own views of the register, through the Sheets API. */
import { STATUS } from '../../../functions/domain/status/statuses';
import { REGISTER_TAB_ID } from '../app/register-scene';
import { usingLayoutScene } from './layout-scene';

const scene = usingLayoutScene();

const views = () => scene().tab().filterViews ?? [];
const titled = (title: string) => views().find((view) => view.title === title);

test('three for each rep, over all rows; a second run writes nothing', async () => {
  expect(views().length % 3).toBe(0);
  const own = titled('is: 担当');
  expect(own).toMatchObject({
    range: { sheetId: REGISTER_TAB_ID, startRowIndex: 1 },
    filterSpecs: [
      {
        columnIndex: scene().column('owner'),
        filterCriteria: { condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: 'is' }] } },
      },
    ],
  });
  expect(titled('is: 次回未定')?.filterSpecs?.at(-1)?.filterCriteria?.hiddenValues).toContain(
    STATUS.ON_FILE.label.ja,
  );
  expect(titled('manager: 担当')).toBeUndefined();
  await scene().settled();
});

test('one that was changed or deleted is put right, one that people made stays, and a name that they gave too', async () => {
  const [own, due] = [titled('is: 担当'), titled('is: 7日以内の確認')];
  const range = { sheetId: REGISTER_TAB_ID, startRowIndex: 1 };
  scene().person(
    { addFilterView: { filter: { title: '部長用', range } } },
    { deleteFilterView: { filterId: due?.filterViewId ?? null } },
    {
      updateFilterView: {
        filter: { filterViewId: own?.filterViewId ?? null, title: '私の会社' },
        fields: 'title',
      },
    },
  );
  await scene().settled();
  expect([titled('部長用'), titled('私の会社'), titled('is: 7日以内の確認')]).toEqual([
    expect.objectContaining({ title: '部長用' }),
    expect.objectContaining({ filterViewId: own?.filterViewId, filterSpecs: own?.filterSpecs }),
    expect.objectContaining({ filterViewId: due?.filterViewId, filterSpecs: due?.filterSpecs }),
  ]);
});

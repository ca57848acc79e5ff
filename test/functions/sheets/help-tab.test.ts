import { columnOf } from '../../../functions/domain/register/columns';
import { STATUS, STATUSES } from '../../../functions/domain/status/statuses';
import { HELP_TAB_ID } from '../app/register-scene';

import { usingLayoutScene } from './layout-scene';

const scene = usingLayoutScene();

describe('the help', () => {
  test('begins with the first day, and says the moves in words before the table', () => {
    const heads = scene()
      .lines(HELP_TAB_ID)
      .flatMap((line, index, all) => (index === 0 || all[index - 1]?.join('') === '' ? (line[0] ?? '') : []));
    expect(heads).toEqual([
      '最初の日に',
      '八つのステータス',
      'どこからどこへ移せるか、何が必要か',
      '同じことを表で(行 = 今、列 = 移動先)',
      '台帳の列',
    ]);
  });

  test('the eight statuses, the matrix, every legal move with what it asks for', () => {
    const lines = scene().lines(HELP_TAB_ID);
    const text = lines.map((line) => line.join('|')).join('\n');
    for (const status of STATUSES) expect(text).toContain(`|${STATUS[status].label.ja}|`);
    expect(text).toContain('4 四半期チェック|X|L|C|–|C|C|M|C');
    expect(text).toContain('四半期チェック|失注案件|C|失注日・失注理由');
    expect(text).not.toContain('コールド|四半期チェック|');
    expect(text).toContain(`窓口|${columnOf('contact').note.ja.replace('\n', ' ')}`);
  });

  test('in English when the team is', async () => {
    await scene().db.doc('team/team').update({ version: 2, 'settings.language': 'en' });
    await scene().run();
    expect(scene().lines(HELP_TAB_ID)[0]?.[0]).toBe('On your first day');
    expect(scene().titles()).toEqual(['Register', 'To check', 'Sheet1', 'Help']);
  });
});

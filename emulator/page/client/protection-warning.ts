/** Asks, as Google does, before a person edits cells whose protection only warns. */
import type { Rect } from '../../workbook/a1';
import type { CellBlock, TabView } from '../protocol';
import { element } from './element';
import type { Translate } from './messages';
import { askQuestion } from './modal';

const SNOOZE_MS = 5 * 60_000;

const overlaps = (a: Rect, b: Rect): boolean =>
  a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;

/** Resolves with whether to make the edit. */
export type ConfirmEdit = (tab: TabView | undefined, blocks: readonly CellBlock[]) => Promise<boolean>;

export function makeProtectionWarning(t: Translate): ConfirmEdit {
  let quietUntil = 0;
  return async (tab, blocks) => {
    const isWarned = blocks.some(({ top, left, values }) => {
      const rect = { top, left, bottom: top + values.length, right: left + (values[0]?.length ?? 1) };
      return tab?.protections.some((each) => each.warningOnly && overlaps(each.rect, rect));
    });
    if (!isWarned || Date.now() < quietUntil) return true;
    const noReminder = element('input', { type: 'checkbox' });
    const goOn = await askQuestion<boolean>({
      title: t('headsUp'),
      text: t('warning'),
      choices: [
        { label: t('ok'), value: true },
        { label: t('cancel'), value: false },
      ],
      closed: false,
      more: [element('label', { class: 'again' }, noReminder, t('notAgain'))],
    }).answer;
    if (goOn && noReminder.checked) quietUntil = Date.now() + SNOOZE_MS;
    return goOn;
  };
}

/** Before a person writes where a protection only warns, the page asks, as Google does. */
import type { Rect } from '../../workbook/a1';
import type { Block, TabView } from '../protocol';
import { element } from './element';
import { ask } from './modal';
import type { Say } from './words';

const QUIET_MS = 5 * 60_000;

const overlaps = (a: Rect, b: Rect): boolean =>
  a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;

/** Answers whether to go on. */
export type Warn = (tab: TabView | undefined, blocks: readonly Block[]) => Promise<boolean>;

export function makeWarning(say: Say): Warn {
  let quietUntil = 0;
  return async (tab, blocks) => {
    const isWarned = blocks.some(({ top, left, values }) => {
      const rect = { top, left, bottom: top + values.length, right: left + (values[0]?.length ?? 1) };
      return tab?.protections.some((each) => each.warningOnly && overlaps(each.rect, rect));
    });
    if (!isWarned || Date.now() < quietUntil) return true;
    const box = element('input', { type: 'checkbox' });
    const goOn = await ask<boolean>({
      title: say('headsUp'),
      text: say('warning'),
      choices: [
        { label: say('ok'), value: true },
        { label: say('cancel'), value: false },
      ],
      closed: false,
      more: [element('label', { class: 'again' }, box, say('notAgain'))],
    }).answer;
    if (goOn && box.checked) quietUntil = Date.now() + QUIET_MS;
    return goOn;
  };
}

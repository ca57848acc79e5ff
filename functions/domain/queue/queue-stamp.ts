/** The line above the queue: when it was made, and how many accounts it covers. */
import { type Text, text } from '../text/text';

interface QueueFigures {
  /** The team's local time, formatted for reading. */
  madeAt: string;
  /** IANA time zone of `madeAt`. */
  zone: string;
  /** Rows whose account is in the status QUARTERLY_CHECK. */
  checks: number;
  /** Accounts in the status QUARTERLY_CHECK, listed or not. */
  total: number;
  /** Accounts that are due and not listed, because the list is full. */
  unlisted: number;
}

export const queueStamp = ({ madeAt, zone, checks, total, unlisted }: QueueFigures): Text =>
  text(
    `作成 ${madeAt}(${zone})/四半期チェック ${total} 社のうち ${checks} 社を表示${unlisted === 0 ? '' : `/ほか ${unlisted} 社は多いため省略`}`,
    `Made ${madeAt} (${zone}) / ${checks} of ${total} quarterly-check accounts listed${unlisted === 0 ? '' : ` / ${unlisted} more are due, too many to list`}`,
  );

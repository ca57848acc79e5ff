/** The line above the queue: when it was made, and from how many accounts. */
import { keysOf } from '../status/table-keys';
import { type Text, text } from '../text/text';
import { BUCKETS, type Bucket } from './queue-texts';

const BUCKET_ORDER = keysOf(BUCKETS);

interface QueueFigures {
  /** The team's local time, as people write it. */
  madeAt: string;
  /** IANA time zone that `madeAt` is in. */
  zone: string;
  counts: Readonly<Record<Bucket, number>>;
  /** Rows of accounts in the status QUARTERLY_CHECK. */
  checks: number;
  /** Accounts in the status QUARTERLY_CHECK, listed or not. */
  total: number;
}

export const queueStamp = ({ madeAt, zone, counts, checks, total }: QueueFigures): Text => {
  const ja = BUCKET_ORDER.map((bucket) => `${BUCKETS[bucket].ja} ${counts[bucket]}`).join('・');
  const en = BUCKET_ORDER.map((bucket) => `${BUCKETS[bucket].en} ${counts[bucket]}`).join(' · ');
  return text(
    `作成 ${madeAt}(${zone})/四半期チェック ${total} 社のうち ${checks} 社を表示/${ja}`,
    `Made ${madeAt} (${zone}) / ${checks} of ${total} quarterly-check accounts listed / ${en}`,
  );
};

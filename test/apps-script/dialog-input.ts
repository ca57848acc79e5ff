/** What a dialog was given, as its page finds it. */
import type { DialogInput } from '../../apps-script/script-api';
import type { Dialog } from '../../emulator/apps-script/protocol';

const SIGNS: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

/** Of the last one. */
export const dialogInput = ({ dialogs }: { dialogs: readonly Dialog[] }): DialogInput => {
  const [, json = ''] = /data-input="([^"]*)"/.exec(dialogs.at(-1)?.html ?? '') ?? [];
  return JSON.parse(json.replace(/&[^;]+;/g, (sign) => SIGNS[sign] ?? sign));
};

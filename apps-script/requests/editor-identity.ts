/**
 * Who sits at the sheet, as far as Apps Script tells: within a Workspace domain the e-mail address, also in a simple trigger;
 * else a key that is the same person's for a month, which needs no consent and names nobody.
 */
import { asciiLowerCase } from '../../functions/domain/text/ascii-lower-case';
import { documentProperties } from '../register/document-properties';

/** Before a key; an address never begins with it. */
const KEY_PREFIX = '#';
/** Properties of the document: the key that a member had last, by e-mail address. */
const PERSON_PREFIX = 'person.';

const ownKey = (): string => `${KEY_PREFIX}${Session.getTemporaryActiveUserKey()}`;

/** The identity of whoever types; a simple trigger hands in the user of its event. */
export const currentEditor = (user: GoogleAppsScript.Base.User = Session.getActiveUser()): string => {
  const email = asciiLowerCase(user.getEmail());
  return email === '' ? ownKey() : email;
};

let address: string | undefined;
/** Of the person at the menu, the sidebar or a dialog, who has signed in; asked for once in an execution. */
export const ownAddress = (): string => {
  address = address ?? asciiLowerCase(Session.getEffectiveUser().getEmail());
  return address;
};

/** Whether what was typed by that editor was typed by the person who has signed in. */
export const ownEditorTest = (): ((editor: string) => boolean) => {
  let key: string | undefined;
  return (editor) => {
    if (editor.charAt(0) !== KEY_PREFIX) return editor === ownAddress();
    key = key ?? ownKey();
    return editor === key;
  };
};

/** Remembers the person's key beside the address, so that what they type on a phone later has a name. */
export const rememberPerson = (): void => {
  const properties = documentProperties();
  const name = PERSON_PREFIX + ownAddress();
  if (properties.getProperty(name) !== ownKey()) properties.setProperty(name, ownKey());
};

/** The e-mail address of an editor; null for the key of somebody who has never opened a window here. */
export const addressOf = (editor: string, properties: Readonly<Record<string, string>>): string | null => {
  if (editor.charAt(0) !== KEY_PREFIX) return editor;
  const name = Object.keys(properties).find(
    (key) => key.indexOf(PERSON_PREFIX) === 0 && properties[key] === editor,
  );
  return name === undefined ? null : name.slice(PERSON_PREFIX.length);
};

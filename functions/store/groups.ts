/** The parent and the children of an account. */
import type { Account } from '../domain/account';
import { exists } from '../domain/account';
import { type Group, relativeOf } from '../domain/group';
import { parseAccount } from './account-document';
import { readAccount } from './accounts';
import { accountsOf, type Database } from './firestore';

const MOST_CHILDREN = 50;

export const readGroup = async (db: Database, { id, parentId }: Account): Promise<Group> => {
  const [parent, children] = await Promise.all([
    parentId === null ? null : readAccount(db, parentId),
    accountsOf(db).where('parentId', '==', id).limit(MOST_CHILDREN).get(),
  ]);
  return {
    parent: parent === null || !exists(parent) ? null : relativeOf(parent),
    children: children.docs.map((doc) => relativeOf(parseAccount(doc.data()))),
  };
};

/** The parent and the children of an account. */
import type { Account } from '../domain/account/account';
import { isRegistered } from '../domain/account/account';
import { type CompanyGroup, relatedCompanyOf } from '../domain/account/parent-company';
import { parseAccount } from './account-document';
import { loadAccount } from './accounts';
import { accountsOf, type Database } from './firestore';

const MAX_CHILDREN = 50;

export const readGroup = async (db: Database, { id, parentId }: Account): Promise<CompanyGroup> => {
  const [parent, children] = await Promise.all([
    parentId === null ? null : loadAccount(db, parentId),
    accountsOf(db).where('parentId', '==', id).limit(MAX_CHILDREN).get(),
  ]);
  return {
    parent: parent === null || !isRegistered(parent) ? null : relatedCompanyOf(parent),
    children: children.docs.map((doc) => relatedCompanyOf(parseAccount(doc.data()))),
  };
};

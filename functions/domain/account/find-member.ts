/** The member whom somebody means by what they typed. */
import { asciiLowerCase } from '../text/ascii-lower-case';
import { foldWord } from '../text/fold-word';
import type { Member } from './team';

/** An address alone, or at the end as in `佐藤 <sato@example.com>`; null where a name was typed. */
const typedAddress = (typed: string): string | null => {
  const trimmed = typed.trim();
  const inBrackets = /<([^<>]*)>$/.exec(trimmed)?.[1];
  return inBrackets ?? (trimmed.normalize('NFKC').includes('@') ? trimmed : null);
};

/**
 * The only active member who has exactly that name, or that e-mail address, or that name in any width, case and spacing;
 * null where there is none or more than one. An address is compared letter by letter: one that only looks alike is another.
 */
export const findMember = (typed: string, members: readonly Member[]): Member | null => {
  const active = members.filter((member) => member.active);
  const onlyOne = (isMeant: (member: Member) => boolean): Member | null => {
    const [first, ...others] = active.filter(isMeant);
    return others.length === 0 ? (first ?? null) : null;
  };
  const address = typedAddress(typed);
  return (
    onlyOne(({ name }) => name === typed.trim()) ??
    onlyOne(({ name, email }) =>
      address === null ? foldWord(name) === foldWord(typed) : email === asciiLowerCase(address),
    )
  );
};

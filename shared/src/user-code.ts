/** The code that a device shows and a person types (RFC 8628, section 6.1). */

/** Consonants that cannot be read as one another or form words: the alphabet RFC 8628 recommends. */
export const USER_CODE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
/** 20^8: with five wrong tries in ten minutes a guess meets one of 1,000 open codes once in many thousand years. */
export const USER_CODE_LENGTH = 8;

const USER_CODE = new RegExp(`^[${USER_CODE_LETTERS}]{${USER_CODE_LENGTH}}$`);

/** What a person typed as the bare letters; case, blanks and hyphens do not matter. Null where it cannot be a code. */
export function parseUserCode(text: string): string | null {
  const bare = text.replace(/[\s\u00ad\u2010-\u2015\-_.]/g, "").toUpperCase();
  return USER_CODE.test(bare) ? bare : null;
}

/** As it is shown: two groups, "WDJB-MJHT". */
export function formatUserCode(bare: string): string {
  return `${bare.slice(0, USER_CODE_LENGTH / 2)}-${bare.slice(USER_CODE_LENGTH / 2)}`;
}

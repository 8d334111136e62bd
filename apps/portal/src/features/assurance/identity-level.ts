/** Identity assurance that this page reports on: below it, an account has had no check of identity against evidence (NIST SP 800-63-3, IAL 2). */
export const LOWEST_IDENTITY_LEVEL = 2;

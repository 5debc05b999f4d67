/**
 * How many authentications fit in the keyring cookie whatever their ids, with five scopes of 100 characters and names of at least
 * eight bytes. A test fills a keyring to this size with the longest of everything.
 */
export const MAX_COOKIE_CAPACITY = 64;

/** A list of so many is half a megabyte, which nobody reads; beyond it the list would need pages. */
export const MAX_STORE_CAPACITY = 2000;

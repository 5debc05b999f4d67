/** State of the navigation to sign-in after the last authentication is gone: the page says so. */
export const signedOutOfEverything = { signedOutOfEverything: true };

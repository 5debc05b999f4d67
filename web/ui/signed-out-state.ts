/** State of the navigation to sign-in after the last authentication is gone: the page says so. */
export const signedOutOfEverything = { signedOutOfEverything: true };

/** Id of the row that says who was signed out of. */
export const signedOutRowId = (authId: string): string => `signed-out-${authId}`;

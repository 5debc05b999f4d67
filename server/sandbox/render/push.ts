/** What Podio's own pages listen to for changes; the sandbox sends none. */
export const renderPush = (channel: string) => ({ timestamp: 0, expires_in: 21_600, channel, signature: 'sandbox' });

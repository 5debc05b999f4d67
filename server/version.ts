declare const __PODIO_KEYRING_VERSION__: string;

/** The package's version; the build puts it in. */
export const version: string = __PODIO_KEYRING_VERSION__;

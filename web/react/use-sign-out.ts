import { useMutation, useQueryClient } from '@tanstack/react-query';
import { signOut, signOutOfEverything } from '../api/keyring.ts';
import { tellOtherTabs } from '../api/keyring-channel.ts';
import { forgetUse } from '../api/remembered.ts';
import { noteSigningOutOfEverything } from '../api/signed-out.ts';
import { forgetAuthentication, forgetEverything, namesInKeyring } from './keyring-cache.ts';

/** Signs out of one authentication, here and in the other tabs; the others stay. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => signOut(id),
    onSuccess: (_nothing, id) => {
      tellOtherTabs({ type: 'signed-out', id, name: namesInKeyring(client)[id] ?? id });
      forgetAuthentication(client, id);
      forgetUse(id);
    },
  });
}

/** Empties the keyring of this browser. */
export function useSignOutOfEverything() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => {
      // Said before it happens: nothing that is adding authentications shall go on after it.
      tellOtherTabs({ type: 'signing-out-of-everything' });
      noteSigningOutOfEverything();
      return signOutOfEverything();
    },
    onSuccess: () => {
      tellOtherTabs({ type: 'signed-out-of-everything' });
      forgetEverything(client);
    },
  });
}

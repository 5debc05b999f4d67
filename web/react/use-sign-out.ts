import { useMutation, useQueryClient } from '@tanstack/react-query';
import { happened } from '../api/happenings.ts';
import { signOut, signOutOfEverything } from '../api/keyring.ts';
import { tellOtherTabs } from '../api/keyring-channel.ts';
import { forgetAuthentication, forgetEverything, namesInKeyring } from './keyring-cache.ts';

/** Signs out of one authentication, here and in the other tabs; the others stay. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => signOut(id),
    onSuccess: (_nothing, id) => {
      tellOtherTabs({ type: 'signed-out', id, name: namesInKeyring(client)[id] ?? id });
      forgetAuthentication(client, id);
      happened({ type: 'signed-out', id });
    },
  });
}

/** Empties the keyring of this browser. */
export function useSignOutOfEverything() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => {
      // Said before it happens: nothing that is adding authentications shall go on after it.
      const event = { type: 'signing-out-of-everything' } as const;
      tellOtherTabs(event);
      happened(event);
      return signOutOfEverything();
    },
    onSuccess: () => {
      tellOtherTabs({ type: 'signed-out-of-everything' });
      forgetEverything(client);
    },
  });
}

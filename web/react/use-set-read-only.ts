import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Keyring } from '../../server/contract-types.ts';
import { setReadOnly } from '../api/keyring.ts';
import { tellOtherTabs } from '../api/keyring-channel.ts';
import { queryKeys } from '../api/query-keys.ts';

/** Lets an authentication only read, or write again. The server enforces it: a call that changes anything is then `read_only`. */
export function useSetReadOnly() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, readOnly }: { id: string; readOnly: boolean }) => setReadOnly(id, readOnly),
    onSuccess: (changed) => {
      client.setQueryData<Keyring>(
        queryKeys.keyring,
        (keyring) =>
          keyring && {
            ...keyring,
            authentications: keyring.authentications.map((each) =>
              each.id === changed.id ? { ...each, readOnly: changed.readOnly } : each,
            ),
          },
      );
      client.setQueryData(queryKeys.authentication(changed.id), changed);
      tellOtherTabs({ type: 'changed', id: changed.id });
    },
  });
}

import { useId } from 'react';
import { useLocation } from 'react-router-dom';
import { useNamesOfApps } from '../api/known-spaces.ts';
import { useLabels } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { parseAuthId, paths } from '../paths.ts';
import { useAuthentications } from '../react/index.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { OtherAuthentications } from './OtherAuthentications.tsx';

/** A link for somebody this browser does not hold: says who it needs, and leads back here once it is added. */
export function NeedsAuthentication({ id }: { id: string }) {
  const { shell, common } = useWords();
  const { authentications } = useAuthentications();
  const { pathname, search } = useLocation();
  const othersId = useId();
  const ref = parseAuthId(id);
  const name = useKnownName(id);
  const reference = ref ? common.reference(ref) : id;
  const back = pathname + search;
  const add = ref?.type === 'app' ? paths.signInAsApp({ app: ref.id, return: back }) : paths.signIn({ return: back });
  return (
    <>
      <PageTitle page={shell.needed.page}>{shell.needed.title(ref && name ? common.named(name, ref) : reference)}</PageTitle>
      <p>{shell.needed.text}</p>
      <p>
        <LinkButton look="primary" to={add}>
          {shell.needed.add(reference)}
        </LinkButton>
      </p>
      {authentications.length > 0 && (
        <section>
          <h2 id={othersId}>{shell.needed.others}</h2>
          <OtherAuthentications labelledBy={othersId} />
        </section>
      )}
    </>
  );
}

/** A label that this browser kept, or what Podio called the app in this tab; undefined where neither is known. */
function useKnownName(id: string): string | undefined {
  const label = useLabels()[id];
  const names = useNamesOfApps();
  const ref = parseAuthId(id);
  return label ?? (ref?.type === 'app' ? names[ref.id] : undefined);
}

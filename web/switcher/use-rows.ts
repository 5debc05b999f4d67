import { useSpacesOfApps } from '../api/known-spaces.ts';
import { displayName, useLabels, useLastUsed } from '../api/remembered.ts';
import { useWords } from '../i18n/index.ts';
import { useAuthentications } from '../react/index.ts';
import { fold } from '../ui/fold.ts';
import { useBadges } from '../ui/use-badges.ts';
import { type Group, groupRows } from './groups.ts';

/** All authentications as the switcher shows them. */
export function useRows(actingId: string | undefined): Group[] {
  const { switcher, common, language } = useWords();
  const { authentications } = useAuthentications();
  const labels = useLabels();
  const lastUsed = useLastUsed();
  const spaceOfApp = useSpacesOfApps();
  const badges = useBadges(authentications);
  const entries = authentications.map((authentication) => {
    const { id, ref, method, readOnly } = authentication;
    const name = displayName(authentication, labels);
    const details = [common.signedInBy[method], common.reference(ref), readOnly && common.readOnly].filter(Boolean).join(' · ');
    const badge = badges[id] ?? { state: 'checking' as const, text: '' };
    const space = ref.type === 'app' ? (spaceOfApp[ref.id] ?? '') : '';
    return {
      authentication,
      row: { id, name, details, badge, searchable: fold([name, authentication.name, details, space, badge.text].join(' ')) },
    };
  });
  return groupRows(entries, { actingId, lastUsed, spaceOfApp, words: switcher, language });
}

import type { App, Organisation, Space } from '../api/podio-wire.ts';
import { appName } from '../api/podio-wire.ts';
import { UnreadableAnswerError } from '../errors/error-sentence.ts';
import { usePodioQuery } from '../react/index.ts';
import { usePodioQueries } from '../react/use-podio-queries.ts';

/** One app of a space, as the home of a person lists it. */
export interface ListedApp {
  id: number;
  name: string;
}

export interface ListedSpace {
  id: number;
  name: string;
  /** Undefined until Podio has told. */
  apps: ListedApp[] | undefined;
  error: unknown;
  retry: () => void;
}

export interface ListedOrganisation {
  id: number;
  name: string;
  spaces: ListedSpace[];
}

/**
 * The organisations of a person with their spaces, and the apps of the first `most` spaces: one call, and one for each
 * space. (Podio's list of all apps is no way to save calls: unless told otherwise it has four.) A space that fails
 * does not keep the others from being shown.
 */
export function useSpaces(most: number) {
  const organisations = usePodioQuery<Organisation[]>({ path: '/org/' });
  const list = Array.isArray(organisations.data?.json) ? organisations.data.json : undefined;
  const spaces = (list ?? []).flatMap(({ spaces = [] }) => spaces);
  const asked = spaces.slice(0, most);
  const answers = usePodioQueries<App[]>(asked.map(({ space_id }) => ({ path: `/app/space/${space_id}/` })));
  const listed = new Map(asked.map((space, index) => [space.space_id, toListed(space, answers[index])]));
  return {
    organisations: list?.map(({ org_id, name, spaces = [] }) => ({
      id: org_id,
      name,
      spaces: spaces.flatMap(({ space_id }) => listed.get(space_id) ?? []),
    })),
    isEmpty: list !== undefined && spaces.length === 0,
    /** How many spaces are not asked for yet. */
    rest: spaces.length - asked.length,
    answer: organisations.data,
    /** When the organisations were read, in milliseconds since the epoch. */
    readAt: organisations.dataUpdatedAt,
    isFetching: organisations.isFetching,
    error: organisations.error ?? (organisations.data && !list ? new UnreadableAnswerError() : undefined),
    retry: () => void organisations.refetch(),
  };
}

function toListed({ space_id, name }: Space, answer: ReturnType<typeof usePodioQueries<App[]>>[number] | undefined): ListedSpace {
  const json = answer?.data?.json;
  const apps = Array.isArray(json) ? json.filter(({ status }) => status === undefined || status === 'active') : undefined;
  return {
    id: space_id,
    name,
    apps: apps?.map((app) => ({ id: app.app_id, name: appName(app) })),
    error: answer?.error ?? (answer?.data && !apps ? new UnreadableAnswerError() : undefined),
    retry: () => void answer?.refetch(),
  };
}

import { useLocation, useNavigate } from 'react-router-dom';
import { changeView, type ItemsView, viewSearch } from './view-address.ts';

/** Changes how the items are looked at, by way of the address. */
export function useView(view: ItemsView) {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const addressOf = (change: Partial<ItemsView>) => pathname + viewSearch(changeView(view, change));
  return {
    addressOf,
    /** A step that Back takes back. */
    change: (change: Partial<ItemsView>) => void navigate(addressOf(change)),
    /** A detail that is not worth a step of its own. */
    adjust: (change: Partial<ItemsView>) => void navigate(addressOf(change), { replace: true }),
  };
}

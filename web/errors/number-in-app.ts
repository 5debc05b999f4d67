/** Ids of items over all of Podio are longer than this; numbers within an app are shorter. */
const largestNumber = 999_999;

/** People take an item's number within its app (`app_item_id`) for its id (`item_id`): whether it could be one. */
export const couldBeNumberInApp = (id: number): boolean => id <= largestNumber;

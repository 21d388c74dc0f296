/** How the index is made and read: the site's generator and the page's script must agree. */
export const SEARCH_OPTIONS = {
  fields: ['name', 'about'],
  storeFields: ['kind', 'name', 'about', 'path'],
  searchOptions: { boost: { name: 3 }, prefix: true, combineWith: 'AND' as const },
};

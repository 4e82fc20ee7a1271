import { UPLOAD_CACHE } from '#shared/publication/headers.ts';
import type { PublicUploads, RemovableObjects } from '../ports.ts';

/** Candidates' files in a store of their own. */
export const publicUploads = (store: RemovableObjects): PublicUploads => ({
  get: store.get,
  head: store.head,
  list: store.list,
  remove: store.remove,
  putIfAbsent: (key, upload) => store.putIfAbsent(key, { ...upload, cacheControl: UPLOAD_CACHE }),
});
